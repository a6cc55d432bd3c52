import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { findBrowser } from '../support/browser';
import { requestRaw } from '../support/raw-request';
import { findPort } from '../support/server';
import { startBenchSite } from './site';
import { findMedian } from './statistics';
import { atLeast, atMost, type Line, show } from './table';
import { makeFolder } from './temporary';
import { waitUntil } from './wait';

const rounds = 5;
const pages = [
  { name: 'home', path: '/' },
  { name: 'tool', path: '/tools/vllm' },
  { name: 'compare', path: '/compare/sglang-vs-vllm' },
  { name: 'search', path: '/search?q=transcribe+a+podcast+on+my+own+computer' },
] as const;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.enum(categories), z.object({ score: z.number() })),
  audits: z.object({ 'total-blocking-time': z.object({ numericValue: z.number() }), 'largest-contentful-paint': z.object({ numericValue: z.number() }) }),
});

/** Scores from 0 to 100, and milliseconds. */
type Reading = Record<Category, number> & { blockingMs: number; paintMs: number };

const node = (...args: string[]): string[] => [resolve('node_modules', ...args)];

/** An application with our layout, style and fonts, and a page with one line of text: what nothing of ours can be lighter than. */
function makeEmptyApp(): string {
  const folder = mkdtempSync(resolve('.bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['components', 'lib', 'tsconfig.json', 'package.json']) cpSync(name, join(folder, name), { recursive: true });
  // Its packages are those of the folder above; a link to them would have Tailwind read every one for class names. The layout names its fonts by their path.
  cpSync(join('node_modules', 'geist', 'dist', 'fonts'), join(folder, 'node_modules', 'geist', 'dist', 'fonts'), { recursive: true });
  const config = { turbopack: { root: resolve('.') }, typescript: { ignoreBuildErrors: true } };
  writeFileSync(join(folder, 'next.config.mjs'), `export default ${JSON.stringify(config)};\n`);
  mkdirSync(join(folder, 'app'));
  for (const name of ['layout.tsx', 'globals.css']) cpSync(join('app', name), join(folder, 'app', name));
  writeFileSync(join(folder, 'app', 'page.tsx'), 'export default function Page() {\n  return <main><h1>Nothing</h1></main>;\n}\n');
  const { status } = spawnSync(process.execPath, [...node('next', 'dist', 'bin', 'next'), 'build'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The empty application could not be built.');
  return folder;
}

async function startEmptyApp(): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await findPort();
  const child = spawn(process.execPath, [...node('next', 'dist', 'bin', 'next'), 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: makeEmptyApp(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  const address = `http://127.0.0.1:${port}`;
  await waitUntil('the empty application', async () => (await requestRaw(address, '/')).status === 200);
  const stop = async (): Promise<void> => {
    process.off('exit', end);
    end();
    await ended;
  };
  return { address, stop };
}

const chromeFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** A browser now and then leaves out of its trace where the page began, and Lighthouse asks to be run again. */
const attempts = 3;

/** One run of Lighthouse with its own emulated phone and a browser of its own. */
function readPage(address: string, attempt = 1): Reading {
  const out = join(makeFolder(), 'report.json');
  const args = [
    address,
    '--quiet',
    '--output=json',
    `--output-path=${out}`,
    `--only-categories=${categories.join(',')}`,
    `--chrome-flags=${chromeFlags.join(' ')}`,
  ];
  const { status } = spawnSync(process.execPath, [...node('lighthouse', 'cli', 'index.js'), ...args], {
    env: { ...process.env, CHROME_PATH: findBrowser() },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 180_000,
  });
  if (status !== 0 && attempt < attempts) return readPage(address, attempt + 1);
  if (status !== 0) throw new Error(`Lighthouse ended with ${status} on ${address}.`);
  const { runtimeError, categories: scores, audits } = report.parse(JSON.parse(readFileSync(out, 'utf8')));
  if (runtimeError) throw new Error(`Lighthouse could not read ${address}: ${runtimeError.message}`);
  const points = (category: Category): number => Math.round(scores[category].score * 100);
  return {
    performance: points('performance'),
    accessibility: points('accessibility'),
    'best-practices': points('best-practices'),
    seo: points('seo'),
    blockingMs: audits['total-blocking-time'].numericValue,
    paintMs: audits['largest-contentful-paint'].numericValue,
  };
}

const middle = (readings: readonly Reading[], field: keyof Reading): number => findMedian(readings.map((reading) => reading[field]));

function describe(name: string, readings: readonly Reading[], empty: readonly Reading[]): Line[] {
  const lost = middle(empty, 'performance') - middle(readings, 'performance');
  return [
    atMost(`${name}: performance below an empty page`, lost, 3, 'points', 0),
    atMost(`${name}: total blocking time ÷ that of an empty page`, middle(readings, 'blockingMs') / Math.max(1, middle(empty, 'blockingMs')), 1.3, '×', 2),
    ...(['accessibility', 'best-practices', 'seo'] as const).map((category) => atLeast(`${name}: ${category}`, middle(readings, category), 100, 0)),
    show(`${name}: largest paint, blocking time`, `${Math.round(middle(readings, 'paintMs'))} ms, ${Math.round(middle(readings, 'blockingMs'))} ms`),
  ];
}

/** Lighthouse over the main pages and an empty page of the same application, in turns; the middle of five rounds. */
export async function measureLighthouse(dataDir: string): Promise<Line[]> {
  const [site, empty] = [await startBenchSite(dataDir), await startEmptyApp()];
  try {
    const addresses = [{ name: 'empty page', address: empty.address }, ...pages.map(({ name, path }) => ({ name, address: `${site.address}${path}` }))];
    for (const { path } of pages) await requestRaw(site.address, path);
    const readings = new Map<string, Reading[]>(addresses.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, address } of addresses) readings.get(name)?.push(readPage(address));
    }
    const floor = readings.get('empty page') ?? [];
    return [
      show(
        'empty page: performance, largest paint, blocking time',
        `${middle(floor, 'performance')}, ${Math.round(middle(floor, 'paintMs'))} ms, ${Math.round(middle(floor, 'blockingMs'))} ms`,
      ),
      ...pages.flatMap(({ name }) => describe(name, readings.get(name) ?? [], floor)),
    ];
  } finally {
    await Promise.all([site.stop(), empty.stop()]);
  }
}
