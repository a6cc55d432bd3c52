import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Runtime } from '../../lib/sources/live/runtime';

export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown };
export type Seen = { path: string; headers: IncomingMessage['headers'] };
export type ReplayServer = { url: string; seen: Seen[]; close: () => Promise<void> };

/** What a server does with a request: a reply, or something of its own with the open connection. */
export type Replay = (request: Seen, response: ServerResponse) => Reply | null;

/** An HTTP server on this machine alone. Every reply is dated 2026-08-01 unless it says otherwise. */
export async function startReplay(replay: Replay): Promise<ReplayServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const each = { path: request.url ?? '', headers: request.headers };
    seen.push(each);
    const reply = replay(each, response);
    if (reply === null) return;
    const { status = 200, headers = {}, body } = reply;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.setHeaders(new Headers({ date: 'Sat, 01 Aug 2026 12:00:00 GMT', 'content-type': 'application/json' }));
    response.setHeaders(new Headers(headers)).writeHead(status);
    response.end(body === undefined ? undefined : text);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => void server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${address.port}`, seen, close };
}

export type StoppedClock = Runtime & { slept: number[]; set: (iso: string) => void };

/** A clock that stands still but for the naps, which take no time; and dice that always show the middle. */
export function stopClock(iso = '2026-08-01T12:00:00Z'): StoppedClock {
  let at = Date.parse(iso);
  const slept: number[] = [];
  return {
    slept,
    now: () => at,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
      at += ms;
    },
    set: (moment) => {
      at = Date.parse(moment);
    },
  };
}
