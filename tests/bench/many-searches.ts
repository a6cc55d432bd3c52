import { searchHref } from '../../lib/address/href';
import { findServer } from '../support/postgres';
import type { TestSite } from '../support/server';
import { shippedTools } from '../support/shipped-tools';
import { makeDatabase } from './empty-databases';
import { type LoadGenerator, startLoadGenerator } from './load';
import { startBenchSite } from './site';
import { findMedian, findQuantile, findRatio } from './statistics';
import { atMost, type Line, show } from './table';
import { makeFolder } from './temporary';

const rounds = 5;
const searchers = 200;
const page = '/compare/sglang-vs-vllm';

/** A reader at a time: what is measured is the wait, not the throughput. */
const reading = { path: page, accept: 'gzip, br', connections: 1, pauseMs: 5, ms: 4_000 };

/** Real needs, each a search of its own. */
const listSearches = (): string[] =>
  shippedTools.flatMap(({ capabilities }) => capabilities.flatMap(({ needs }) => needs.slice(0, 1).map((need) => searchHref(need))));

type Round = { quiet: number; busy: number; searches: number[] };

async function runRound(address: string, reader: LoadGenerator, searching: LoadGenerator): Promise<Round> {
  const read = async (): Promise<number> => findQuantile((await reader.run({ address, ...reading })).latencies, 0.95);
  const quiet = await read();
  const searches = searching.run({ address, path: listSearches(), accept: 'gzip', connections: searchers, ms: reading.ms + 1_000 });
  await new Promise((resolve) => setTimeout(resolve, 500)); // all of them have asked by then
  const busy = await read();
  return { quiet, busy, searches: (await searches).latencies };
}

type Generators = { reader: LoadGenerator; searching: LoadGenerator };

async function measureSite(home: string, site: TestSite, { reader, searching }: Generators): Promise<Line[]> {
  try {
    await runRound(site.address, reader, searching); // loads the code of both pages
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await runRound(site.address, reader, searching));
    const of = (read: (round: Round) => number): number[] => measured.map(read);
    const waits = measured.flatMap(({ searches }) => searches);
    return [
      show(`${home}: cached page, 95th percentile, quiet`, `${findMedian(of(({ quiet }) => quiet)).toFixed(2)} ms`),
      show(`${home}: the same while ${searchers} search`, `${findMedian(of(({ busy }) => busy)).toFixed(2)} ms`),
      atMost(
        `${home}: busy ÷ quiet`,
        findRatio(
          of(({ busy }) => busy),
          of(({ quiet }) => quiet),
        ),
        3,
        '×',
        2,
      ),
      show(
        `${home}: a search among ${searchers}, median and 95th percentile`,
        `${findMedian(waits).toFixed(0)} and ${findQuantile(waits, 0.95).toFixed(0)} ms`,
      ),
    ];
  } finally {
    await site.stop();
  }
}

/** How long a cached page takes while nothing else happens, and while 200 readers search without a pause; on both databases. */
export async function measureManySearches(dataDir: string, reader: LoadGenerator): Promise<Line[]> {
  const searching = startLoadGenerator();
  const server = await findServer();
  try {
    const embedded = await measureSite('embedded', await startBenchSite(dataDir), { reader, searching });
    if (server === null) return embedded;
    const site = await startBenchSite(makeFolder(), await makeDatabase(server));
    return [...embedded, ...(await measureSite('PostgreSQL', site, { reader, searching }))];
  } finally {
    searching.stop();
    await server?.stop();
  }
}
