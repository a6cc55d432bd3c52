import { searchHref } from '../../lib/address/href';
import { findServer } from '../support/postgres';
import type { TestSite } from '../support/server';
import { shippedTools } from '../support/shipped-tools';
import { makeDatabase } from './empty-databases';
import { type Load, type LoadGenerator, type LoadResult, startLoadGenerator } from './load';
import { startBenchSite } from './site';
import { findMedian, findQuantile, findRatio } from './statistics';
import { atMost, type Line, show } from './table';
import { makeFolder } from './temporary';

const rounds = 5;
const searchers = 200;
const page = '/compare/sglang-vs-vllm';

/** A reader at a time: what is measured is the wait, not the throughput. */
const reading = { path: page, accept: 'gzip, br', connections: 1, pauseMs: 5, ms: 4_000 };

/** How long the searches that are being answered when their readers leave may still take. */
const settleMs = 2_000;

/** Real needs, each a search of its own. */
const listSearches = (): string[] =>
  shippedTools.flatMap(({ capabilities }) => capabilities.flatMap(({ needs }) => needs.slice(0, 1).map((need) => searchHref(need))));

type Generators = { reader: LoadGenerator; searching: LoadGenerator };
type Round = { quiet: number; busy: number };

const readFor = async (address: string, reader: LoadGenerator): Promise<number> => findQuantile((await reader.run({ address, ...reading })).latencies, 0.95);

const search = (address: string, searching: LoadGenerator, load: Partial<Load>): Promise<LoadResult> =>
  searching.run({ address, path: listSearches(), accept: 'gzip', connections: searchers, mayRefuse: true, ...load });

async function runRound(address: string, { reader, searching }: Generators): Promise<Round> {
  const quiet = await readFor(address, reader);
  const searches = search(address, searching, { ms: reading.ms + 1_000, atEnd: 'leave' });
  await new Promise((resolve) => setTimeout(resolve, 500)); // all of them have asked by then
  const busy = await readFor(address, reader);
  await searches;
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  return { quiet, busy };
}

/** Every one of so many who search at once is waited for. */
async function searchOnce(home: string, address: string, { searching }: Generators): Promise<Line> {
  const { latencies, refused, seconds } = await search(address, searching, { ms: 0 });
  const [first, last] = [findQuantile(latencies, 0), findQuantile(latencies, 1)].map((ms) => (ms / 1_000).toFixed(1));
  const rate = (latencies.length / seconds).toFixed(1);
  return show(
    `${home}: ${searchers} search at once, each once: answered, told to come back later`,
    `${latencies.length}, ${refused}; after ${first}–${last} s, ${rate}/s`,
  );
}

async function measureSite(home: string, site: TestSite, generators: Generators): Promise<Line[]> {
  try {
    await runRound(site.address, generators); // loads the code of both pages
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await runRound(site.address, generators));
    // Said as soon as it is known, so that a run that is cut off was not for nothing.
    process.stderr.write(`  ${home}: ${JSON.stringify(measured)}\n`);
    const [quiet, busy] = [measured.map((round) => round.quiet), measured.map((round) => round.busy)];
    const list = (values: readonly number[]): string => `${findMedian(values).toFixed(2)} ms (${values.map((value) => value.toFixed(2)).join(', ')})`;
    return [
      show(`${home}: cached page, 95th percentile, quiet`, list(quiet)),
      show(`${home}: the same while ${searchers} search`, list(busy)),
      atMost(`${home}: busy ÷ quiet`, findRatio(busy, quiet), 3, '×', 2),
      await searchOnce(home, site.address, generators),
    ];
  } finally {
    await site.stop();
  }
}

/**
 * How long a cached page takes while nothing else happens, and while 200 readers search without a pause; on both databases. The
 * one who reads goes before all others where that is allowed: with two processors, its own wait for one is longer than the answer takes.
 */
export async function measureManySearches(dataDir: string): Promise<Line[]> {
  const [reader, searching] = [startLoadGenerator(), startLoadGenerator()];
  const first = show('the reader has a processor whenever it wants one', reader.goFirst() ? 'yes' : 'no: its own wait is in the figures');
  const server = await findServer();
  try {
    const embedded = await measureSite('embedded', await startBenchSite(dataDir), { reader, searching });
    if (server === null) return [first, ...embedded];
    const site = await startBenchSite(makeFolder(), await makeDatabase(server));
    return [first, ...embedded, ...(await measureSite('PostgreSQL', site, { reader, searching }))];
  } finally {
    reader.stop();
    searching.stop();
    await server?.stop();
  }
}
