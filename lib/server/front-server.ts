import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { makeAsk } from './ask';
import { type FrontState, makeFront } from './front';
import { describeError, type LogLevel, makeLog } from './log';
import { PageCache } from './page-cache';
import { refuseBrokenRequest } from './refuse-broken-request';
import type { Handler } from './renderer';

/** `socketPath` is where the renderer listens. */
export type FrontOptions = { host: string; port: number; socketPath: string; cacheBytes: number; logLevel: LogLevel };

export type RunningFront = {
  tell: (state: FrontState) => void;
  /** Lets open requests end, then closes. */
  stop: () => Promise<void>;
};

/** While the site is being developed: the server that Next knows of, and what it does with /_next/ itself. */
export type Development = { server: Server; render: Handler };

/** How long open requests may take to end after the server is told to stop. */
const graceMs = 10_000;
const sweepEveryMs = 100;

/** Longer than proxies keep an idle connection (60 s is usual): who closes first must be the one that sends. */
const keepAliveMs = 75_000;

/** Listens for readers. Rejects when the port cannot be had. */
export async function openFront({ host, port, socketPath, cacheBytes, logLevel }: FrontOptions, development?: Development): Promise<RunningFront> {
  let state: FrontState = { ready: false, snapshot: null };
  const { ask, close } = makeAsk(socketPath);
  const log = makeLog(
    logLevel,
    (line) => process.stdout.write(line),
    () => new Date().toISOString(),
  );
  const front = makeFront({
    ask,
    cache: new PageCache(cacheBytes),
    state: () => state,
    logRequest: ({ status, ...line }) => log(status === 503 ? 'warn' : status >= 500 ? 'error' : 'info', 'request', { status, ...line }),
    logError: (id, path, error) => log('error', 'a request failed', { id, path, error: describeError(error) }),
  });
  const server = development?.server ?? createServer();
  server.on('request', (request, response) => {
    void (development && request.url?.startsWith('/_next/') ? development.render(request, response) : front(request, response));
  });
  // The server does not count what it has handed over, such as the sockets that tell browsers of changes: it would wait for them for ever.
  const handedOver = new Set<Duplex>();
  development?.server.on('upgrade', (_request, socket) => handedOver.add(socket.once('close', () => handedOver.delete(socket))));
  server.keepAliveTimeout = keepAliveMs;
  server.on('clientError', refuseBrokenRequest);
  await once(server.listen(port, host), 'listening');
  return {
    tell: (told) => {
      state = told;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of handedOver) socket.destroy();
      const force = setTimeout(() => server.closeAllConnections(), graceMs);
      // A browser keeps its connection open after the answer it was still waiting for.
      const sweep = setInterval(() => server.closeIdleConnections(), sweepEveryMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(force);
      close();
    },
  };
}
