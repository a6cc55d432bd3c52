import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { requestRaw } from '../support/raw-request';
import { samplePairs } from '../support/sample-pairs';
import { findPort, makeEnvironment } from '../support/server';
import { shippedTools } from '../support/shipped-tools';
import { type Memory, readMemory } from './memory';
import { findMedian } from './statistics';
import { atMost, type Line, show } from './table';
import { makeFolder } from './temporary';
import { waitUntil } from './wait';

const rounds = 3;
const views = 500;

type Started = { address: string; ms: number; pid: number; stop: () => Promise<void> };

const lock = z.object({ pid: z.int() });

/** `npm start` in a folder for its data, timed until it is ready. `pid` is the process that serves, which npm and tsx start. */
async function start(dataDir: string): Promise<Started> {
  const port = await findPort();
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    env: makeEnvironment({ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' }),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const ended = once(child, 'exit');
  const lockPath = join(dataDir, 'pglite.lock');
  const readPid = (): number => lock.parse(JSON.parse(readFileSync(lockPath, 'utf8'))).pid;
  const abandon = (): void => {
    if (existsSync(lockPath)) process.kill(readPid(), 'SIGTERM');
  };
  process.once('exit', abandon);
  await Promise.race([
    waitUntil('npm start', async () => (await requestRaw(address, '/api/ready')).status === 200),
    ended.then(() => {
      throw new Error('npm start ended; what it printed says why.');
    }),
  ]);
  const ms = performance.now() - began;
  const pid = readPid();
  const stop = async (): Promise<void> => {
    process.off('exit', abandon);
    process.kill(pid, 'SIGTERM');
    await ended;
  };
  return { address, ms, pid, stop };
}

/** What readers open: mostly comparisons, then tools, lists and searches, each once. */
function listViews(): string[] {
  const tools = shippedTools.map(({ slug }) => `/tools/${slug}`);
  const categories = [...new Set(shippedTools.map(({ category }) => category))].map((category) => `/categories/${category}`);
  const searches = shippedTools.map(({ capabilities }) => `/search?q=${encodeURIComponent(capabilities[0]?.needs[0] ?? '')}`);
  const others = ['/', '/methodology', '/sources', '/tools', ...tools, ...categories, ...searches];
  return [...samplePairs(views - others.length, 500).map((pair) => `/compare/${pair}`), ...others];
}

async function viewAll(address: string): Promise<void> {
  for (const path of listViews()) {
    const { status } = await requestRaw(address, path, { headers: { 'accept-encoding': 'gzip, br' } });
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
  }
}

/** Builds if the sources have changed since the last build, as `npm start` does, and leaves a folder with the catalogue. */
export async function prepareBuild(): Promise<string> {
  const dataDir = makeFolder();
  const started = await start(dataDir);
  await started.stop();
  return dataDir;
}

type Round = { first: number; later: number; afterFirst: Memory; afterLater: Memory };

/** A first start in an empty folder, and a later one in the same; after each, `use` works with the site. */
async function runRound(use: (started: Started) => Promise<void>): Promise<Round> {
  const dataDir = makeFolder();
  const first = await start(dataDir);
  const afterFirst = readMemory(first.pid);
  await use(first);
  await first.stop();
  const later = await start(dataDir);
  const afterLater = readMemory(later.pid);
  await use(later);
  await later.stop();
  return { first: first.ms, later: later.ms, afterFirst, afterLater };
}

/** How long the site takes to start, and what its process holds in memory. Needs the build of prepareBuild(). */
export async function measureStartUp(): Promise<Line[]> {
  const measured: Round[] = [];
  const used: Memory[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const use = async ({ address, pid }: Started): Promise<void> => {
      if (round > 0) return;
      await viewAll(address);
      used.push(readMemory(pid));
    };
    measured.push(await runRound(use));
  }
  const [afterFirstUse, afterLaterUse] = used.map(({ now }) => now);
  const of = (read: (each: Round) => number): number => findMedian(measured.map(read));
  const megabytes = (name: string, value: number | undefined): Line => atMost(name, value ?? Number.NaN, 600, 'MB', 0);
  return [
    atMost('first start of a built app, npm start until ready', of(({ first }) => first) / 1000, 20, 's'),
    atMost('later start', of(({ later }) => later) / 1000, 5, 's'),
    megabytes(
      'memory after a first start',
      of(({ afterFirst }) => afterFirst.now),
    ),
    show(`memory after a first start and ${views} page views`, `${afterFirstUse?.toFixed(0)} MB`),
    megabytes(
      'memory after a later start',
      of(({ afterLater }) => afterLater.now),
    ),
    show(`memory after a later start and ${views} page views`, `${afterLaterUse?.toFixed(0)} MB`),
    show('most memory at any moment of a first start', `${of(({ afterFirst }) => afterFirst.most ?? Number.NaN).toFixed(0)} MB`),
  ];
}
