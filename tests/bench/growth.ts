import { join } from 'node:path';
import { sorts } from '../../lib/address/browse';
import { compareHref, searchHref, toolsHref } from '../../lib/address/href';
import { checkRanks } from '../../lib/db/check-ranks';
import { closeDatabase, openDatabase } from '../../lib/db/database';
import { migrateDatabase } from '../../lib/db/prepare';
import { getFingerprint } from '../../lib/db/record-files';
import { requestRaw } from '../support/raw-request';
import { readShippedFiles } from '../support/record-files';
import { shippedTools } from '../support/shipped-tools';
import { importTimed } from './import-rate';
import { readMemory } from './memory';
import { startBenchSite } from './site';
import { findMedian, time } from './statistics';
import { makeSyntheticFiles, rename } from './synthetic-tools';
import { type Line, show } from './table';
import { makeFolder } from './temporary';

const sizes = [100, 1_000, 10_000] as const;
const requestsOfAKind = 10;

type Filled = { importMs: number; rankMs: number };
type Served = { startMs: number; compareMs: number; listMs: number; searchMs: number; suggestMs: number; megabytes: number };

/** Makes a database of so many tools in `dataDir`, and ranks them all once more. */
async function fill(dataDir: string, count: number): Promise<Filled> {
  const database = await openDatabase({ folder: join(dataDir, 'pglite') });
  globalThis.unfragileDatabase = Promise.resolve(database);
  await migrateDatabase(database, () => {});
  // The fingerprint is that of the shipped records: the server then finds nothing to import in their place.
  const { checkMs, writeMs } = await importTimed(database, makeSyntheticFiles(count), getFingerprint([readShippedFiles()]));
  const { ms: rankMs } = await time(checkRanks);
  await closeDatabase();
  return { importMs: checkMs + writeMs, rankMs };
}

/** Ten paths of each kind that the server has no stored page for. */
function listPaths(): Record<'compare' | 'list' | 'search' | 'suggest', string[]> {
  const some = shippedTools.filter(({ slug }, index) => index % 5 === 0 && slug !== 'sglang').slice(0, requestsOfAKind);
  return {
    compare: some.map(({ slug }) => compareHref([rename(slug, 0), rename('sglang', 0)])),
    list: some.map((_tool, index) => `${toolsHref}?sort=${sorts[index % sorts.length]}`),
    search: some.map(({ capabilities }) => searchHref(capabilities[0]?.needs[0] ?? '')),
    suggest: some.map(({ name }) => `/api/suggest?q=${encodeURIComponent(name.slice(0, 4))}`),
  };
}

/** Starts a server on the database, and asks it for pages. */
async function serve(dataDir: string): Promise<Served> {
  const { ms: startMs, value: site } = await time(() => startBenchSite(dataDir));
  const view = async (path: string): Promise<number> => {
    const { ms, value } = await time(() => requestRaw(site.address, path, { headers: { 'accept-encoding': 'gzip, br' } }));
    if (value.status !== 200) throw new Error(`${path} answered ${value.status}.`);
    return ms;
  };
  const measure = async ([warm = '', ...paths]: readonly string[]): Promise<number> => {
    await view(warm); // loads the code of the route
    const all: number[] = [];
    for (const path of paths) all.push(await view(path));
    return findMedian(all);
  };
  try {
    const { compare, list, search, suggest } = listPaths();
    const times = { compareMs: await measure(compare), listMs: await measure(list), searchMs: await measure(search), suggestMs: await measure(suggest) };
    return { startMs, ...times, megabytes: readMemory(site.pid).now };
  } finally {
    await site.stop();
  }
}

/** One line for each thing measured, the sizes side by side. */
export async function measureGrowth(): Promise<Line[]> {
  const measured: (Filled & Served)[] = [];
  for (const size of sizes) {
    process.stderr.write(`  ${size} tools …\n`);
    const dataDir = makeFolder();
    measured.push({ ...(await fill(dataDir, size)), ...(await serve(dataDir)) });
  }
  const line = (name: string, read: (each: Filled & Served) => number, digits: number): Line =>
    show(name, measured.map((each) => read(each).toFixed(digits)).join('  /  '));
  return [
    show('tools', sizes.join('  /  ')),
    line('import, seconds', ({ importMs }) => importMs / 1000, 1),
    line('rank all again and compare (npm run rank), seconds', ({ rankMs }) => rankMs / 1000, 1),
    line('later start until ready, seconds', ({ startMs }) => startMs / 1000, 1),
    line('compare page, first view, ms', ({ compareMs }) => compareMs, 0),
    line('tools list, ms', ({ listMs }) => listMs, 0),
    line('search, ms', ({ searchMs }) => searchMs, 0),
    line('type-ahead, ms', ({ suggestMs }) => suggestMs, 0),
    line('memory of the server after these pages, MB', ({ megabytes }) => megabytes, 0),
  ];
}
