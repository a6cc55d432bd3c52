import type { LoadGenerator } from './load';
import { startBenchSite } from './site';
import { findMedian, findQuantile, findRatio } from './statistics';
import { type Line, show } from './table';

const rounds = 5;
const page = '/compare/sglang-vs-vllm';

/** Works without a pause for two seconds, whatever the machine. */
const slowQuery = `DO $$ BEGIN WHILE clock_timestamp() < statement_timestamp() + interval '2 seconds' LOOP END LOOP; END $$`;

/** A reader at a time, 200 requests a second at most: what is measured is the wait, not the throughput. */
const load = { path: page, accept: 'gzip, br', connections: 1, pauseMs: 5, ms: 1_500 };

/** How long a cached page takes while nothing else happens, and while the database is busy with one query. */
export async function measureSlowQuery(dataDir: string, generator: LoadGenerator): Promise<Line[]> {
  const site = await startBenchSite(dataDir);
  const run = async (): Promise<number> => findQuantile((await generator.run({ address: site.address, ...load })).latencies, 0.95);
  try {
    await run();
    const measured = [];
    for (let round = 0; round < rounds; round += 1) {
      const quiet = await run();
      let over = false;
      const query = site.query(slowQuery).then(() => {
        over = true;
      });
      const busy = await run();
      if (over) throw new Error('The query ended before the load did, so nothing was measured.');
      await query;
      measured.push({ quiet, busy });
    }
    const [quiet, busy] = [measured.map((each) => each.quiet), measured.map((each) => each.busy)];
    return [
      show('cached page, 95th percentile, quiet', `${findMedian(quiet).toFixed(2)} ms`),
      show('cached page, 95th percentile, during a query of 2 s', `${findMedian(busy).toFixed(2)} ms`),
      show('busy ÷ quiet', `${findRatio(busy, quiet).toFixed(2)} ×`),
    ];
  } finally {
    await site.stop();
  }
}
