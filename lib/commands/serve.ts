import { createServer } from 'node:http';
import { getConfig } from '../config';
import { closeDatabase } from '../db/database';
import { isSharedCapability } from '../db/find-capabilities';
import { prepareDatabase } from '../db/prepare';
import { resolveSlugs } from '../db/resolve-slugs';
import { currentSnapshotId, stopWatch, watchSnapshot } from '../db/snapshot-watch';
import { makeFront } from '../server/front';
import { describeError, makeLog } from '../server/log';
import { PageCache } from '../server/page-cache';
import { refuseBrokenRequest } from '../server/refuse-broken-request';
import { startRollUps } from './roll-up-timer';

/** How long open requests may take to end after the server is told to stop. */
const graceMs = 10_000;
const sweepEveryMs = 100;

/** Longer than proxies keep an idle connection (60 s is usual): who closes first must be the one that sends. */
const keepAliveMs = 75_000;

/** npm passes SIGTERM on to its shell alone, so a server that it started looks for itself whether its parent is still there. */
function watchNpm(whenGone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    whenGone();
  }, 500).unref();
}

/** Starts the site: answers /api/health at once, prepares the database, then serves pages until told to stop. */
async function serve(): Promise<void> {
  const config = getConfig();
  const dev = process.argv.includes('--dev');
  const log = makeLog(
    config.logLevel,
    (line) => process.stdout.write(line),
    () => new Date().toISOString(),
  );
  // Next and React choose their production form when they are loaded.
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' });
  const { default: next } = await import('next');
  const app = next({ dev, dir: process.cwd(), hostname: config.host, port: config.port });
  await app.prepare();
  const render = app.getRequestHandler();
  let ready = false;
  const front = makeFront({
    render: (request, response) => render(request, response),
    cache: new PageCache(dev ? 0 : config.pageCacheMb * 1024 * 1024),
    lookUp: { findSlugs: resolveSlugs, hasCapability: isSharedCapability },
    currentSnapshot: currentSnapshotId,
    isReady: () => ready,
    trustProxy: config.trustProxy,
    logRequest: ({ status, ...line }) => log(status >= 500 ? 'error' : 'info', 'request', { status, ...line }),
    logError: (id, path, error) => log('error', 'a request failed', { id, path, error: describeError(error) }),
  });
  const server = createServer((request, response) => void (dev && request.url?.startsWith('/_next/') ? render(request, response) : front(request, response)));
  server.keepAliveTimeout = keepAliveMs;
  server.on('clientError', refuseBrokenRequest);
  let stopping = false;
  let rollUps: ReturnType<typeof startRollUps> | null = null;
  const stop = async (signal: string): Promise<void> => {
    // A terminal and a process manager may both pass the signal on: the first one counts.
    if (stopping) return;
    stopping = true;
    log('info', 'stopping', { signal });
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    const closed = new Promise((resolve) => server.close(resolve));
    // A browser keeps its connection open after the answer it was still waiting for.
    const sweep = setInterval(() => server.closeIdleConnections(), sweepEveryMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(force);
    // Its next look would open the database again.
    stopWatch();
    await rollUps?.stop();
    await closeDatabase();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  watchNpm(() => void stop('npm is gone'));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, config.host, resolve));
  await prepareDatabase((line) => log('info', line));
  await watchSnapshot();
  rollUps = startRollUps(log);
  ready = true;
  log('info', `ready on http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`, {
    snapshot: currentSnapshotId(),
    startMs: Math.round(performance.now()),
  });
}

serve().catch(async (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await closeDatabase();
  process.exit(1);
});
