import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { requestRaw } from '../support/raw-request';
import { findPort, startReadySite } from '../support/server';
import { type Load, type LoadGenerator, perSecond } from './load';
import { findMedian, findRatio } from './statistics';
import { atLeast, type Line, show } from './table';
import { waitUntil } from './wait';

const rounds = 7;
const page = '/compare/sglang-vs-vllm';

/** Puts a file under public/, where Next looks once, when it starts. Returns its path on the site and what removes it. */
function publish(body: Buffer): { path: string; remove: () => void } {
  const name = `bench-${process.pid}.html`;
  const made = !existsSync('public');
  mkdirSync('public', { recursive: true });
  writeFileSync(join('public', name), body);
  const remove = (): void => {
    process.off('exit', remove);
    unlinkSync(join('public', name));
    if (made) rmdirSync('public');
  };
  process.once('exit', remove);
  return { path: `/${name}`, remove };
}

type Way = 'cached' | 'compressed' | 'file' | 'next' | 'bare';

type Target = { address: string; stop: () => void };

/** `next start` on the same build, without anything of ours before it. */
async function startNext(path: string): Promise<Target> {
  const port = await findPort();
  const address = `http://127.0.0.1:${port}`;
  const next = join('node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  await waitUntil('next start', async () => (await requestRaw(address, path)).status === 200);
  return { address, stop: () => void child.kill('SIGTERM') };
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
  const site = await startReadySite({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const { status, body } = await requestRaw(site.address, page);
  await site.stop();
  if (status !== 200) throw new Error(`${page} answered ${status}.`);
  return body;
}

/**
 * Requests per second of a cached compare page against the same bytes served in other ways. All take turns for a second
 * each, on the same ten connections. `dataDir` holds the imported catalogue.
 */
export async function measureThroughput(dataDir: string, generator: LoadGenerator): Promise<Line[]> {
  const body = await readPage(dataDir);
  const file = publish(body);
  const site = await startReadySite({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const [next, bare] = await Promise.all([startNext(file.path), startBare(body)]);
  const ways: Record<Way, Omit<Load, 'ms'>> = {
    cached: { address: site.address, path: page },
    compressed: { address: site.address, path: page, accept: 'gzip, br' },
    file: { address: site.address, path: file.path },
    next: { address: next.address, path: file.path },
    bare: { address: bare.address, path: '/' },
  };
  try {
    const runRound = async (): Promise<Record<Way, number>> => {
      const run = async (way: Way): Promise<number> => perSecond(await generator.run(ways[way]));
      return { cached: await run('cached'), file: await run('file'), next: await run('next'), bare: await run('bare'), compressed: await run('compressed') };
    };
    await runRound(); // the first one fills the cache and warms every side
    const measured: Record<Way, number>[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await runRound());
    const of = (way: Way): number[] => measured.map((each) => each[way]);
    const rate = (way: Way): string => `${Math.round(findMedian(of(way)))}/s`;
    const kB = `${(body.length / 1000).toFixed(0)} kB`;
    return [
      atLeast('cached page ÷ static file of equal bytes, same server', findRatio(of('cached'), of('file')), 0.8),
      atLeast('cached page ÷ that file from "next start" without our server', findRatio(of('cached'), of('next')), 0.8),
      show('cached page ÷ bare node:http sending the bytes from memory', findRatio(of('cached'), of('bare')).toFixed(2)),
      show('static file, same server ÷ bare node:http', findRatio(of('file'), of('bare')).toFixed(2)),
      show(`requests: cached page, ${kB} uncompressed`, rate('cached')),
      show('requests: cached page as browsers ask for it (gzip, br)', rate('compressed')),
      show(`requests: static file, same server`, rate('file')),
      show('requests: static file, next start', rate('next')),
      show('requests: bare node:http', rate('bare')),
    ];
  } finally {
    bare.stop();
    next.stop();
    await site.stop();
    file.remove();
  }
}
