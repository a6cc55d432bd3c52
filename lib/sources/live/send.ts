import { LiveError } from './failures';
import { readBody } from './read-body';

const mostRedirects = 3;
const mostRefusalBytes = 20_000;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export type Request = {
  address: URL;
  headers: Readonly<Record<string, string>>;
  /** Null where the request shows none. */
  token: string | null;
  timeoutMs: number;
  mostBytes: number;
  /** What the answer's Content-Type must match, with the name it goes by in a sentence. */
  expects: { pattern: RegExp; name: string };
};

export type Sent = { status: number; headers: Headers; text: string };

/** The answer was lost on its way; asking again may help. The message is a clause: 'api.github.com did not answer …'. */
export class LostAnswer extends Error {
  override name = 'LostAnswer';
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** True where nobody on the way can read what is sent. */
export function isPrivate(address: URL): boolean {
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address));
}

function nameCause(error: Error): string {
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? ` (${cause.code})` : '';
}

/** What became of a request, as a clause. Messages of fetch itself are not repeated: they may hold a header's value. */
function describeLoss(error: unknown, host: string, timeoutMs: number, began: boolean): LostAnswer {
  if (error instanceof Error && error.name === 'TimeoutError') return new LostAnswer(`${host} did not answer within ${timeoutMs / 1_000} seconds`);
  const cause = error instanceof Error ? nameCause(error) : '';
  return new LostAnswer(began ? `the answer of ${host} ended too early${cause}` : `${host} cannot be reached${cause}`);
}

/** Where an answer sends on to. Another host never gets to see a token, and nothing leads out of https. */
function follow(from: URL, location: string | null, token: string | null): URL {
  const to = location !== null && URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (to === null) throw new LiveError(`${from.host} sends on to no address.`);
  if (to.origin === from.origin) return to;
  if (token !== null) throw new LiveError(`${from.host} sends on to ${to.host}, which is not followed: the token is for ${from.host} alone.`);
  if (!isPrivate(to)) throw new LiveError(`${from.host} sends on to ${to.host} without https, which is not followed.`);
  return to;
}

async function readAnswer(response: Response, { address: { host }, mostBytes, expects }: Request): Promise<Sent> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? 'nothing that is named';
  if (status !== 200) {
    // What comes with a fault is for eyes, not for a parser; only a refusal may say in its text alone that it is for a while.
    const text = status === 403 ? await readBody(response, mostRefusalBytes, host).catch(() => '') : '';
    await response.body?.cancel().catch(() => undefined);
    return { status, headers, text };
  }
  if (!expects.pattern.test(type)) {
    await response.body?.cancel();
    throw new LiveError(`${host} answered with ${type.split(';')[0]} instead of ${expects.name}. Is the address right, or does a proxy stand between?`);
  }
  return { status, headers, text: await readBody(response, mostBytes, host) };
}

/** Sends one request and reads its answer, following redirects. Throws LostAnswer where asking again may help. */
export async function send(request: Request): Promise<Sent> {
  const { timeoutMs, headers, token } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  let address = request.address;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const { host } = address;
    let began = false;
    try {
      const authorised = token === null ? headers : { ...headers, authorization: `Bearer ${token}` };
      const response = await fetch(address, { headers: authorised, redirect: 'manual', signal });
      began = true;
      if (!redirects.has(response.status)) return await readAnswer(response, { ...request, address });
      await response.body?.cancel();
      address = follow(address, response.headers.get('location'), token);
    } catch (error) {
      throw error instanceof LiveError ? error : describeLoss(error, host, timeoutMs, began);
    }
  }
  throw new LiveError(`${request.address.host} sends on in circles.`);
}
