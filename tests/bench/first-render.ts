import { Agent } from 'node:http';
import { requestRaw } from '../support/raw-request';
import { samplePairs } from '../support/sample-pairs';
import { startBenchSite } from './site';
import { findMedian, findQuantile, findRatio, time } from './statistics';
import { type Line, show } from './table';

const pages = 20;
const cachedReads = 5;

/** The first view of different compare pages, one after the other, and of each the views after it. */
export async function measureFirstRender(dataDir: string): Promise<Line[]> {
  const site = await startBenchSite(dataDir);
  const agent = new Agent({ keepAlive: true });
  const view = (path: string): Promise<{ ms: number }> => time(() => requestRaw(site.address, path, { agent, headers: { 'accept-encoding': 'gzip, br' } }));
  try {
    const [coldest, ...paths] = samplePairs(pages + 1, 20).map((pair) => `/compare/${pair}`);
    // The very first page also loads the code of its route: it is shown apart.
    const cold = (await view(coldest ?? '')).ms;
    const measured = [];
    for (const path of paths) {
      const { ms } = await view(path);
      const again = [];
      for (let read = 0; read < cachedReads; read += 1) again.push((await view(path)).ms);
      measured.push({ first: ms, cached: findMedian(again) });
    }
    const firsts = measured.map(({ first }) => first);
    const cached = measured.map((each) => each.cached);
    return [
      show(`first view of ${pages} compare pages, median`, `${findMedian(firsts).toFixed(0)} ms`),
      show('first view, 95th percentile', `${findQuantile(firsts, 0.95).toFixed(0)} ms`),
      show('first view ÷ cached view', `${findRatio(firsts, cached).toFixed(0)} ×`),
      show('cached view, median', `${findMedian(cached).toFixed(1)} ms`),
      show('the very first compare page after a start', `${cold.toFixed(0)} ms`),
    ];
  } finally {
    agent.destroy();
    await site.stop();
  }
}
