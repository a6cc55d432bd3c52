import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Captured } from './captured-response';
import { type Question, type Told, wireHeader } from './wire';

/**
 * Passes a request on to the renderer; with `page` set has that path rendered for every reader instead. Rejects when `reader`
 * is aborted: the one who asked went away. What is rendered for all, and what was posted, goes on.
 */
export type Ask = (request: IncomingMessage, asked: { id: string; page: string | null; reader: AbortSignal }) => Promise<Told & { captured: Captured }>;

/** Headers that are about one connection (RFC 9110 §7.6.1), or that the next message gets anew. */
const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  wireHeader,
]);

const passOn = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders => Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));

/** Waits for the whole answer of the renderer, and takes out of it what it says to the front. */
async function capture(response: IncomingMessage): Promise<Told & { captured: Captured }> {
  const told: Told = JSON.parse(String(response.headers[wireHeader]));
  return { ...told, captured: { status: response.statusCode ?? 500, headers: passOn(response.headers), body: await buffer(response) } };
}

/**
 * Asks the renderer through the socket at `socketPath`. Only a POST is passed on with its body: the body of a GET would need
 * a length that others vouch for, and nothing reads it.
 */
export function makeAsk(socketPath: string): { ask: Ask; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 16 });
  const ask: Ask = (request, { id, page, reader }) => {
    const { method = 'GET', url = '/', headers, socket } = request;
    const length = headers['content-length'];
    const isPosted = method === 'POST' && page === null;
    const question: Question = { id, method: page === null ? method : 'GET', address: socket.remoteAddress ?? null, forAll: page !== null };
    return new Promise((resolve, reject) => {
      const passed = send({
        agent,
        ...(page === null && !isPosted ? { signal: reader } : {}),
        socketPath,
        path: page ?? url,
        method: isPosted ? 'POST' : 'GET',
        setHost: false,
        headers: { ...passOn(headers), ...(isPosted && length !== undefined ? { 'content-length': length } : {}), [wireHeader]: JSON.stringify(question) },
      });
      passed.on('response', (response) => capture(response).then(resolve, reject)).on('error', reject);
      if (isPosted) request.on('error', (error) => passed.destroy(error)).pipe(passed);
      else passed.end();
    });
  };
  return { ask, close: () => agent.destroy() };
}
