import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { requestRaw } from '../support/raw-request';
import { findPort } from '../support/server';
import { type Load, type LoadGenerator, perSecond } from './load';
import { startBenchSite } from './site';
import { findMedian, findRatio } from './statistics';
import { atLeast, type Line, show } from './table';
import { waitUntil } from './wait';

const rounds = 7;
const page = '/compare/sglang-vs-vllm';

/** Puts a file into a folder where Next looks once, when it starts. Returns its name and what removes it. */
function publish(folder: string, body: Buffer): { name: string; remove: () => void } {
  const name = `bench-${process.pid}.html`;
  const made = !existsSync(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), body);
  const remove = (): void => {
    process.off('exit', remove);
    unlinkSync(join(folder, name));
    if (made) rmdirSync(folder);
  };
  process.once('exit', remove);
  return { name, remove };
}

type Way = 'cached' | 'compressed' | 'file' | 'hashed' | 'next' | 'bare';

type Target = { address: string; stop: () => void };

/** `next start` on the same build, without anything of ours before it. */
async function startNext(path: string): Promise<Target> {
  const port = await findPort();
  const address = `http://127.0.0.1:${port}`;
  const next = join('node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const stop = (): void => {
    process.off('exit', stop);
    child.kill('SIGTERM');
  };
  process.once('exit', stop);
  await waitUntil('next start', async () => (await requestRaw(address, path)).status === 200);
  return { address, stop };
}

/** A server of Node that does nothing but send the bytes: the ceiling. It shares this process, which only waits meanwhile. */
async function startBare(body: Buffer): Promise<Target> {
  const port = await findPort();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }).end(body);
  }).listen(port, '127.0.0.1');
  return { address: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

/** The page as the server sends it, uncompressed. */
async function readPage(dataDir: string): Promise<Buffer> {
  const site = await startBenchSite(dataDir);
  const { status, body } = await requestRaw(site.address, page);
  await site.stop();
  if (status !== 200) throw new Error(`${page} answered ${status}.`);
  return body;
}

type Rates = Record<Way, number>;

/** Each way for a second, one after the other. */
async function runRound(ways: Record<Way, Load>, generator: LoadGenerator): Promise<Rates> {
  const run = async (way: Way): Promise<number> => perSecond(await generator.run(ways[way]));
  const [cached, file, hashed] = [await run('cached'), await run('file'), await run('hashed')];
  return { cached, file, hashed, next: await run('next'), bare: await run('bare'), compressed: await run('compressed') };
}

function describe(measured: readonly Rates[], body: Buffer): Line[] {
  const of = (way: Way): number[] => measured.map((rates) => rates[way]);
  const rate = (way: Way): string => `${Math.round(findMedian(of(way)))}/s`;
  return [
    atLeast('cached page ÷ file of equal bytes in public/, same server', findRatio(of('cached'), of('file')), 0.8),
    atLeast('cached page ÷ the same in /_next/static, which the server keeps in memory', findRatio(of('cached'), of('hashed')), 0.8),
    atLeast('cached page ÷ the same from "next start", nothing of ours before it', findRatio(of('cached'), of('next')), 0.8),
    show('cached page ÷ bare node:http that sends the bytes from memory', findRatio(of('cached'), of('bare')).toFixed(2)),
    show(`cached page, ${(body.length / 1000).toFixed(0)} kB uncompressed`, rate('cached')),
    show('cached page, as browsers ask for it (gzip, br)', rate('compressed')),
    show('file in public/', rate('file')),
    show('file in /_next/static', rate('hashed')),
    show('file from "next start"', rate('next')),
    show('bare node:http', rate('bare')),
  ];
}

/**
 * Requests per second of a cached compare page against the same bytes served in other ways, on ten connections, uncompressed.
 * `dataDir` holds the imported catalogue.
 */
export async function measureThroughput(dataDir: string, generator: LoadGenerator): Promise<Line[]> {
  const body = await readPage(dataDir);
  const [file, hashed] = [publish('public', body), publish(join('.next', 'static'), body)];
  const site = await startBenchSite(dataDir);
  const [next, bare] = await Promise.all([startNext(`/${file.name}`), startBare(body)]);
  const ways = {
    cached: { address: site.address, path: page },
    compressed: { address: site.address, path: page, accept: 'gzip, br' },
    file: { address: site.address, path: `/${file.name}` },
    hashed: { address: site.address, path: `/_next/static/${hashed.name}` },
    next: { address: next.address, path: `/${file.name}` },
    bare: { address: bare.address, path: '/' },
  };
  try {
    await runRound(ways, generator); // fills the cache and warms every side
    const measured: Rates[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await runRound(ways, generator));
    return describe(measured, body);
  } finally {
    bare.stop();
    next.stop();
    await site.stop();
    for (const each of [file, hashed]) each.remove();
  }
}
