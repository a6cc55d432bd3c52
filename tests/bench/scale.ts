import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sorts } from '../../lib/address/browse';
import { categoryHref, compareHref, searchHref, toolHref, toolsHref } from '../../lib/address/href';
import { checkRanks } from '../../lib/db/check-ranks';
import { closeDatabase, type DatabaseHome, openDatabase } from '../../lib/db/database';
import { findServer } from '../support/postgres';
import { requestRaw } from '../support/raw-request';
import { shippedTools } from '../support/shipped-tools';
import { makeDatabase } from './empty-databases';
import { runImport } from './import-all';
import { repeatTools } from './repeat-tools';
import { startBenchSite } from './site';
import { findMedian, time } from './statistics';
import { type Line, show } from './table';
import { makeFolder } from './temporary';

/** Files of sources, which are not part of this repository. */
const folder = join(__dirname, '..', '..', '..', 'shared', 'data');
const repeated = 40_000;
const requestsOfAKind = 9;

/** Where a catalogue is kept: a folder, or a database beside one. */
type Place = { dataDir: string; databaseUrl: string | null };

const homeOf = ({ dataDir, databaseUrl }: Place): DatabaseHome => (databaseUrl === null ? { folder: join(dataDir, 'pglite') } : { url: databaseUrl });
const settingsOf = ({ dataDir, databaseUrl }: Place): Record<string, string> => ({
  DATA_DIR: dataDir,
  ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
});

const pageKinds = ['tool', 'compare', 'category', 'list', 'search', 'type-ahead'] as const;
type PageKind = (typeof pageKinds)[number];
type Views = { first: number; again: number };
type Measured = { tools: number; rows: number; rankMs: number; views: Record<PageKind, Views> };

/** Addresses that every size has, of tools from all over the catalogue. */
function listPaths(): Record<PageKind, string[]> {
  const step = Math.floor(shippedTools.length / (requestsOfAKind + 1));
  const some = shippedTools.filter(({ slug }, index) => index % step === 0 && slug !== 'vllm').slice(0, requestsOfAKind + 1);
  const categories = [...new Set(shippedTools.map(({ category }) => category))].slice(0, requestsOfAKind + 1);
  const needs = shippedTools.flatMap(({ capabilities }) => capabilities.slice(0, 1).flatMap(({ needs: [need] }) => need ?? []));
  return {
    tool: some.map(({ slug }) => toolHref(slug)),
    compare: some.map(({ slug }) => compareHref([slug, 'vllm'])),
    category: categories.map((category) => categoryHref(category)),
    list: some.map((_tool, index) => `${toolsHref}?sort=${sorts[index % sorts.length]}&page=${1 + index}`),
    search: some.map((_tool, index) => searchHref(needs[index * 7] ?? '')),
    'type-ahead': some.map(({ name }) => `/api/suggest?q=${encodeURIComponent(name.slice(0, 4))}`),
  };
}

/** The first and second view of each page by a server that has just started; the first address of each kind only loads its code. */
async function viewPages({ dataDir, databaseUrl }: Place): Promise<Record<PageKind, Views>> {
  const site = await startBenchSite(dataDir, databaseUrl);
  const view = async (path: string): Promise<number> => {
    const { ms, value } = await time(() => requestRaw(site.address, path, { headers: { 'accept-encoding': 'gzip, br' } }));
    if (value.status !== 200) throw new Error(`${path} answered ${value.status}.`);
    return ms;
  };
  const paths = listPaths();
  const measure = async (kind: PageKind): Promise<Views> => {
    const [warm = '', ...others] = paths[kind];
    await view(warm);
    const rounds: number[][] = [[], []];
    for (const round of rounds) for (const path of others) round.push(await view(path));
    const [first = [], again = []] = rounds;
    return { first: findMedian(first), again: findMedian(again) };
  };
  try {
    const [tool, compare, category] = [await measure('tool'), await measure('compare'), await measure('category')];
    return { tool, compare, category, list: await measure('list'), search: await measure('search'), 'type-ahead': await measure('type-ahead') };
  } finally {
    await site.stop();
  }
}

const counted = ['Tool', 'ToolAlias', 'Fact', 'ToolCapability', 'Listing', 'MatchPosting', 'MatchCapability'];

/** What a catalogue costs: pages, and ranking all of it once more. `change` comes first, in the same opening of the database. */
export async function measurePlace(place: Place, change: 'as it is' | 'repeated'): Promise<Measured> {
  const database = await openDatabase(homeOf(place));
  globalThis.unfragileDatabase = Promise.resolve(database);
  if (change === 'repeated') await repeatTools(database, repeated);
  const { ms: rankMs } = await time(checkRanks);
  const { rows } = await database.pool.query<{ rows: number }>(
    `SELECT (${counted.map((table) => `(SELECT count(*) FROM "${table}")`).join(' + ')})::int AS "rows"`,
  );
  const tools = await database.prisma.tool.count({ where: { state: 'active' } });
  if (place.databaseUrl !== null) await database.pool.query('ANALYZE');
  await closeDatabase();
  return { tools, rows: rows[0]?.rows ?? 0, rankMs, views: await viewPages(place) };
}

async function measureHome(home: string, place: Place): Promise<Line[]> {
  const note = (text: string): boolean => process.stderr.write(`  ${home}: ${text} …\n`);
  // Said as soon as it is known, so that a run that is cut off was not for nothing.
  const measure = async (change: 'as it is' | 'repeated'): Promise<Measured> => {
    const measured = await measurePlace(place, change);
    note(JSON.stringify(measured));
    return measured;
  };
  note('the records');
  await runImport(settingsOf(place));
  const records = await measure('as it is');
  note('every file of the sources');
  const all = await runImport(settingsOf(place), '--all', folder);
  const whole = await measure('as it is');
  note(`${repeated} tools`);
  const sizes = [records, whole, await measure('repeated')];
  const line = (name: string, read: (each: Measured) => number, digits: number): Line => {
    const values = sizes.map(read);
    return show(`${home}: ${name}`, `${values.map((value) => value.toFixed(digits)).join(' / ')}  (${((values[2] ?? 0) / (values[0] ?? 1)).toFixed(1)} ×)`);
  };
  return [
    show(`${home}: tools, the last with the imported ones repeated under numbered names`, sizes.map(({ tools }) => tools).join(' / ')),
    show(`${home}: import of all files, rows a second`, `${Math.round((1_000 * (whole.rows - records.rows)) / all.ms)}/s, ${(all.ms / 1_000).toFixed(0)} s`),
    show(`${home}: import of all files, most memory`, `${all.megabytes.toFixed(0)} MB`),
    line('rank all again and compare, seconds', ({ rankMs }) => rankMs / 1_000, 1),
    ...pageKinds.map((kind) => line(`${kind}, first view, ms`, ({ views }) => views[kind].first, 0)),
    ...pageKinds.map((kind) => line(`${kind}, again, ms`, ({ views }) => views[kind].again, 1)),
  ];
}

const absent = (): Line[] | null => (existsSync(folder) ? null : [show(`skipped: the files of the sources are not in ${folder}`, '')]);

/** Everything that can be imported, in the embedded database, and what pages cost with it; one line for each thing measured, the sizes side by side. */
export async function measureScaleEmbedded(): Promise<Line[]> {
  return absent() ?? measureHome('embedded', { dataDir: makeFolder(), databaseUrl: null });
}

/** As measureScaleEmbedded, in PostgreSQL. */
export async function measureScaleServer(): Promise<Line[]> {
  const server = await findServer();
  if (server === null) return [show('skipped: there is no PostgreSQL', '')];
  try {
    return absent() ?? (await measureHome('PostgreSQL', { dataDir: makeFolder(), databaseUrl: await makeDatabase(server) }));
  } finally {
    await server.stop();
  }
}
