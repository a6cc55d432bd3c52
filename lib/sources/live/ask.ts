import { LimitError, LiveError } from './failures';
import { type Limit, readLimit, readRetryAfter } from './rate-limit';
import { formatMoment, type Runtime } from './runtime';
import { LostAnswer, type Request, type Sent, send } from './send';

export type AskOptions = {
  runtime: Runtime;
  /** Said when a limit is reached, after when it ends; a whole sentence, or empty. */
  limitAdvice: string;
  attempts: number;
};

export type Asker = { ask: (request: Request) => Promise<Sent>; asked: () => number; limit: () => Limit | null };

const passing: ReadonlySet<number> = new Set([408, 425, 500, 502, 503, 504]);
/** A limit that ends sooner is waited for; Hugging Face counts in windows of five minutes, GitHub in hours. */
const longestWait = 330_000;

/** Between a half and the whole of 1 s, 2 s, 4 s … up to 30 s, so that many who were refused together do not come back together. */
export function backOff(attempt: number, random: number): number {
  return Math.min(30_000, 1_000 * 2 ** (attempt - 1)) * (0.5 + random / 2);
}

/** How long the source wants to be left alone; null where it does not mind. */
function judgeLimit({ status, headers, text }: Sent, limit: Limit | null, now: number): number | null {
  const retryAfter = readRetryAfter(headers, now);
  const spent = limit !== null && limit.remaining === 0 && limit.resetsAt > now ? limit.resetsAt - now : null;
  const refused = status === 403 && (spent !== null || retryAfter !== null || /rate limit/i.test(text));
  if (status !== 429 && !refused) return null;
  return retryAfter ?? spent ?? 60_000;
}

type Tried = { sent: Sent } | { sent: null; fault: string; wait: number | null };

function judgeSent(sent: Sent, { host }: URL, limit: Limit | null, now: number): Tried {
  const wait = judgeLimit(sent, limit, now);
  if (wait !== null) return { sent: null, fault: `${host} takes no more requests for now`, wait };
  if (passing.has(sent.status)) return { sent: null, fault: `${host} answered with status ${sent.status}`, wait: readRetryAfter(sent.headers, now) };
  return { sent };
}

/** Asks patiently: faults that pass are tried again, limits are kept, and short ones waited for. */
export function createAsker({ runtime, limitAdvice, attempts }: AskOptions): Asker {
  let limit: Limit | null = null;
  let asked = 0;

  async function waitFor(ms: number, host: string): Promise<void> {
    if (ms <= longestWait) return runtime.sleep(ms);
    const until = formatMoment(runtime.now() + ms, runtime.now());
    throw new LimitError([`${host} takes no more requests until ${until}.`, limitAdvice].filter((text) => text !== '').join(' '));
  }

  async function tryOnce(request: Request): Promise<Tried> {
    asked += 1;
    try {
      const sent = await send(request);
      limit = readLimit(sent.headers, runtime.now()) ?? limit;
      if (sent.status === 200 && request.expects.name === 'JSON') JSON.parse(sent.text);
      return judgeSent(sent, request.address, limit, runtime.now());
    } catch (error) {
      if (error instanceof LostAnswer) return { sent: null, fault: error.message, wait: null };
      if (error instanceof SyntaxError) return { sent: null, fault: `the answer of ${request.address.host} is not valid JSON, or ends too early`, wait: null };
      throw error;
    }
  }

  async function ask(request: Request): Promise<Sent> {
    const { host } = request.address;
    for (let attempt = 1; ; attempt += 1) {
      const now = runtime.now();
      if (limit !== null && limit.remaining === 0 && limit.resetsAt > now) await waitFor(limit.resetsAt - now, host);
      const tried = await tryOnce(request);
      if (tried.sent !== null) return tried.sent;
      const wait = tried.wait ?? 0;
      if (attempt >= attempts && wait <= longestWait) {
        const fault = `${tried.fault.charAt(0).toUpperCase()}${tried.fault.slice(1)}`;
        throw new LiveError(`${fault}, after ${attempts} attempts. Check the network and the address, or try again later.`);
      }
      await waitFor(Math.max(wait, backOff(attempt, runtime.random())), host);
    }
  }

  return { ask, asked: () => asked, limit: () => limit };
}
