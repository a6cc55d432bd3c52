import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { setTimeout as startTimer } from 'node:timers';
import { setTimeout } from 'node:timers/promises';
import { getConfig } from '../config';
import { closeDatabase } from '../db/database';
import { isSharedCapability } from '../db/find-capabilities';
import { prepareDatabase } from '../db/prepare';
import { settleRecordings } from '../db/record-search';
import { resolveSlugs } from '../db/resolve-slugs';
import { currentSnapshotId, stopWatch, watchSnapshot } from '../db/snapshot-watch';
import { openFront } from '../server/front-server';
import { type GateOptions, makeGate } from '../server/gate';
import { giveWay } from '../server/give-way';
import { describeError, makeLog } from '../server/log';
import { openRenderer } from '../server/open-renderer';
import { makeRenderer } from '../server/renderer';
import { startFront } from '../server/start-front';
import { makeStillParts } from '../server/still-parts';
import { startRollUps } from './roll-up-timer';

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

/**
 * So much is answered at a time: more would not be ready sooner. Of searches one less than there are processors: a third of what one
 * takes is the database's time, which may be on this machine, and one is left to those who read stored pages. Nobody waits for more
 * than half of the minute after which most proxies give up.
 */
const crowd: GateOptions = {
  places: 4,
  searches: Math.max(1, availableParallelism() - 1),
  longestWaitMs: 30_000,
  now: () => performance.now(),
  after: (ms, act) => {
    const timer = startTimer(act, ms);
    return () => clearTimeout(timer);
  },
};

/** What is still being done when the process ends is waited for so long. */
const longestEndMs = 5_000;

const atMost = (work: Promise<void>, ms: number): Promise<void> => Promise.race([work, setTimeout(ms)]);

/** Says why the process cannot go on, and ends it. */
async function fail(error: unknown): Promise<void> {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await atMost(settleRecordings(), longestEndMs);
  await closeDatabase();
  process.exit(1);
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
  const [{ default: next }, { renderToStaticMarkup }] = await Promise.all([import('next'), import('react-dom/server')]);
  globalThis.unfragileStill = makeStillParts(renderToStaticMarkup);
  // Next listens there itself for the socket through which it tells browsers of changes.
  const httpServer = dev ? createServer() : undefined;
  const app = next({ dev, httpServer, dir: process.cwd(), hostname: config.host, port: config.port });
  await app.prepare();
  const render = app.getRequestHandler();
  const renderer = await openRenderer(
    makeRenderer({
      render,
      admit: makeGate(crowd),
      lookUp: { findSlugs: resolveSlugs, hasCapability: isSharedCapability },
      trustProxy: config.trustProxy,
      logError: (id, path, error) => log('error', 'a request failed', { id, path, error: describeError(error) }),
    }),
  );
  const { host, port, logLevel } = config;
  const options = { host, port, socketPath: renderer.path, logLevel, cacheBytes: dev ? 0 : config.pageCacheMb * 1024 * 1024 };
  // While developing nothing is stored, so a thread of its own would gain nothing.
  const front = httpServer ? { ...(await openFront(options, { server: httpServer, render })), thread: null } : await startFront(options, fail);
  let stopping = false;
  let rollUps: ReturnType<typeof startRollUps> | null = null;
  const stop = async (signal: string): Promise<void> => {
    // A terminal and a process manager may both pass the signal on: the first one counts.
    if (stopping) return;
    stopping = true;
    log('info', 'stopping', { signal });
    await front.stop();
    // Nobody hears what is still being rendered, but it uses the database.
    await atMost(renderer.finished(), longestEndMs);
    // Its next look would open the database again.
    stopWatch();
    await rollUps?.stop();
    await settleRecordings();
    await closeDatabase();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  watchNpm(() => void stop('npm is gone'));
  await prepareDatabase((line) => log('info', line));
  // Only now: while the catalogue is imported there is nothing that should go before it.
  const refused = giveWay(front.thread);
  if (refused !== null) log('warn', 'stored pages may wait for the processor while others are rendered', { error: describeError(refused) });
  // It would open the database again.
  if (stopping) return;
  await watchSnapshot((snapshot) => front.tell({ ready: true, snapshot }));
  rollUps = startRollUps(log);
  log('info', `ready on http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`, {
    snapshot: currentSnapshotId(),
    startMs: Math.round(performance.now()),
  });
}

serve().catch(fail);
