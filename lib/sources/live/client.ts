import type { AnswerStore, StoredAnswer } from './answer-store';
import { createAsker } from './ask';
import { LiveError } from './failures';
import type { Limit } from './rate-limit';
import { dayOf, type Runtime } from './runtime';
import { isPrivate, type Sent } from './send';

export type ClientOptions = {
  /** Without a slash at the end: 'https://api.github.com'. */
  base: string;
  token: string | null;
  /** The variable that holds the token, for a sentence; null where the source knows no tokens. */
  tokenVariable: string | null;
  limitAdvice: string;
  runtime: Runtime;
  store: AnswerStore;
  /** Answers that were checked since then are not asked for again. */
  startedAt: number;
  headers?: Readonly<Record<string, string>>;
  timeoutMs?: number;
  mostBytes?: number;
  attempts?: number;
};

/** How answers came about: anew, unchanged since an earlier run, or kept from this run before it was interrupted. */
export type Counts = { fresh: number; unchanged: number; kept: number };

export type Answer = Pick<StoredAnswer, 'status' | 'text' | 'link' | 'day'>;

export type LiveClient = {
  /**
   * The answer to a path below the base, as JSON text: `keep` says which part of it is wanted. A path that the source
   * does not have, or does not show, is an answer as well, with its status and no text.
   */
  get: (path: string, keep: (value: unknown) => unknown) => Promise<Answer>;
  /** When a path was last asked for; null for never. */
  checkedAt: (path: string) => number | null;
  hasToken: boolean;
  counts: Readonly<Counts>;
  asked: () => number;
  limit: () => Limit | null;
};

const json = { pattern: /\bjson\b/i, name: 'JSON' } as const;
const gone: ReadonlySet<number> = new Set([404, 410, 451]);
/** For the one who asks; with another token the answer may be another. */
const refused: ReadonlySet<number> = new Set([401, 403]);

/** The day of an answer by its Date header; a clock ahead of ours would date figures in the future. */
export function readDay(headers: Headers, now: number): string {
  const stated = Date.parse(headers.get('date') ?? '');
  return dayOf(Number.isNaN(stated) ? now : Math.min(stated, now));
}

function makeConditions({ etag, lastModified }: StoredAnswer): Record<string, string> {
  if (etag !== null) return { 'if-none-match': etag };
  return lastModified === null ? {} : { 'if-modified-since': lastModified };
}

function judgeStatus({ status }: Sent, place: URL, { token, tokenVariable }: ClientOptions): void {
  if (status === 401 && token !== null) throw new LiveError(`${place.host} refuses the token (401): correct ${tokenVariable}, or unset it.`);
  if (status !== 200 && status !== 304 && !gone.has(status) && !refused.has(status))
    throw new LiveError(`${place.host} answered ${place.pathname} with status ${status}.`);
}

/** The wanted part of an answer, as text. */
function cut(text: string, keep: (value: unknown) => unknown, { host }: URL): string {
  try {
    return JSON.stringify(keep(JSON.parse(text)));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new LiveError(`The answer of ${host} is nested too deep to be read.`);
  }
}

function makeAnswer({ status, headers }: Sent, text: string): Omit<StoredAnswer, 'address' | 'day' | 'checkedAt'> {
  return {
    status,
    text,
    link: headers.get('link'),
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
  };
}

/** A small HTTP client for JSON that is sparing with requests: it stores answers, and asks whether they have changed. */
export function createClient(options: ClientOptions): LiveClient {
  const { base, token, runtime, store, startedAt, limitAdvice, timeoutMs = 30_000, mostBytes = 50_000_000, attempts = 4 } = options;
  if (token !== null && !isPrivate(new URL(base)))
    throw new LiveError(`${base} has no https, so ${options.tokenVariable} is not sent to it. Unset one of the two.`);
  const asker = createAsker({ runtime, limitAdvice, attempts });
  const counts: Counts = { fresh: 0, unchanged: 0, kept: 0 };

  async function get(path: string, keep: (value: unknown) => unknown): Promise<Answer> {
    const address = `${base}${path}`;
    const found = store.read(address);
    if (found !== null && found.checkedAt >= startedAt && !refused.has(found.status)) {
      counts.kept += 1;
      return found;
    }
    const stored = found?.status === 200 ? found : null;
    const headers = { accept: 'application/json', 'user-agent': 'unfragile', ...options.headers, ...(stored === null ? {} : makeConditions(stored)) };
    const place = new URL(address);
    const sent = await asker.ask({ address: place, headers, token, timeoutMs, mostBytes, expects: json });
    judgeStatus(sent, place, options);
    if (sent.status === 304 && stored === null) throw new LiveError(`${place.host} says that nothing changed, but nothing was asked for before.`);
    counts[sent.status === 304 ? 'unchanged' : 'fresh'] += 1;
    const checkedAt = runtime.now();
    const read = sent.status === 304 && stored !== null ? stored : { address, ...makeAnswer(sent, sent.status === 200 ? cut(sent.text, keep, place) : '') };
    const answer: StoredAnswer = { ...read, day: readDay(sent.headers, checkedAt), checkedAt };
    store.write(answer);
    return answer;
  }

  return {
    ...{ get, counts, hasToken: token !== null, asked: asker.asked, limit: asker.limit },
    checkedAt: (path) => store.read(`${base}${path}`)?.checkedAt ?? null,
  };
}
