import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceEntry } from '../../lib/catalog/entry';
import { readSourceFile } from '../../lib/commands/read-source-file';
import { findTools } from '../../lib/db/find-tools';
import { importReadings, importSource } from '../../lib/db/import-source';
import { migrateDatabase } from '../../lib/db/prepare';
import { pruneSnapshots } from '../../lib/db/prune-snapshots';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { searchTools } from '../../lib/db/search-tools';
import type { SourceImport, SourceReading } from '../../lib/db/write-source';
import { type SourceName, sources } from '../../lib/sources/sources';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { pickRecords, readShippedFiles } from '../support/record-files';
import { importTestFiles } from '../support/records';

const sourceId = 'github-ranking';

const stars = (value: number, asOf = '2026-08-22') => ({ signal: 'stars', value, asOf, source: sourceId, method: 'measured' }) as const;

const anEntry = (name: string, facts: SourceEntry['facts']): SourceEntry => ({
  at: `line of ${name}`,
  names: [`github:somebody/${name.toLowerCase()}`],
  tool: { name, kind: 'repository', category: 'unsorted', vendor: 'somebody', repository: `somebody/${name}` },
  facts,
});

const file = (...entries: SourceEntry[]): SourceReading => ({ sourceId, parsed: { entries, rejected: [] } });

/** Files of sources, which are not part of this repository; the first says what tools of the second cost elsewhere. */
const folder = join(__dirname, '..', '..', '..', 'shared', 'data', 'models');
const realFiles: readonly [SourceName, string][] = [
  ['genai-prices', join(folder, 'genai_prices_2026-08-21.json')],
  ['openrouter', join(folder, 'openrouter_models_2026-08-01.json')],
];
const isThere = realFiles.every(([, path]) => existsSync(path));
if (!isThere) process.stdout.write(`Left out: importing real files twice, since they are not in ${folder}.\n`);

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, () => {});
    await importTestFiles(database, pickRecords(readShippedFiles(), ['vllm', 'sglang']));
  });
  afterAll(() => database.drop());

  const count = async (what: string): Promise<number> => (await database.pool.query(`SELECT count(*)::int AS n FROM ${what}`)).rows[0].n;
  const find = (name: string) => readSnapshot((tx) => findTools(tx, [name])).then(({ value }) => value[0]!);

  test('several files make one snapshot, and a later one finds the tools of an earlier one', async () => {
    const before = await count('"Snapshot"');
    const reports: SourceImport[] = [];
    const written = await importReadings(
      database,
      [file(anEntry('One', [stars(5, '2026-07-01')])), file(anEntry('One', [stars(6)]), anEntry('Two', [stars(7)]))],
      (each) => reports.push(each),
    );
    expect(reports).toMatchObject([
      { matched: 0, created: 1 },
      { matched: 1, created: 1 },
    ]);
    expect(written.snapshotChanged).toBe(true);
    expect(await count('"Snapshot"')).toBe(before + 1);
    expect((await find('one')).listing).toMatchObject({ stars: 6, newestFact: '2026-08-22' });
    expect((await readSnapshot((tx) => searchTools(tx, 'two', {}, 3))).value.map(({ listing }) => listing.slug)).toContain('two');
  });

  const importTwice = async (files: readonly SourceReading[]): Promise<SourceImport[][]> => {
    const runs: SourceImport[][] = [[], []];
    for (const run of runs) await importReadings(database, files, (each) => run.push(each));
    return runs;
  };
  const addedOf = (run: readonly SourceImport[]): number[] => run.map(({ facts }) => facts.added);

  test('a file knows the tools and names that only a later file brings, so that the same files again add nothing', async () => {
    const name = (text: string, ...names: string[]): SourceEntry['names'] => [`github:somebody/${text}`, ...names];
    const offer = { ...anEntry('Later', [stars(4)]), tool: null, names: ['npm:later'] } satisfies SourceEntry;
    const middle = { ...anEntry('Later', [stars(3)]), tool: null, names: name('later', 'npm:later') } satisfies SourceEntry;
    const [first, second] = await importTwice([file(offer), file(middle), file(anEntry('Later', [stars(2)]))]);
    expect(first).toMatchObject([{ matched: 1 }, { matched: 1 }, { created: 1 }]);
    expect(addedOf(first!)).toEqual([1, 1, 1]);
    expect(second).toMatchObject([{ matched: 1 }, { matched: 1 }, { matched: 1, created: 0 }]);
    expect(addedOf(second!)).toEqual([0, 0, 0]);
    expect((await find('npm:later')).tool!.id).toBe('github:somebody/later');
  });

  test.skipIf(!isThere)('real files again add no fact, no tool and no name, and keep the snapshot', { timeout: 300_000 }, async () => {
    const files = realFiles.map(([source, path]) => ({ sourceId: sources[source].sourceId, ...readSourceFile(sources[source], path, undefined) }));
    const reports: SourceImport[] = [];
    const first = await importReadings(database, files, (each) => reports.push(each));
    expect(reports[1]!.created).toBeGreaterThan(250);
    // Before the second file nobody has its names, so the first one has nobody to say its prices of.
    expect(reports[0]!.facts.added).toBeGreaterThan(200);
    const before = [await count('"Tool"'), await count('"Fact"'), await count('"ToolAlias"')];
    const again: SourceImport[] = [];
    expect(await importReadings(database, files, (each) => again.push(each))).toEqual({ ...first, snapshotChanged: false });
    expect(again.map(({ created, facts }) => [created, facts.added])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect([await count('"Tool"'), await count('"Fact"'), await count('"ToolAlias"')]).toEqual(before);
  });

  test('what goes wrong in a later file leaves the catalogue as it was', async () => {
    const before = await count('"Tool"');
    const files = [file(anEntry('Three', [stars(1)])), { ...file(anEntry('Four', [stars(1)])), sourceId: 'no-such-source' }];
    await expect(importReadings(database, files)).rejects.toThrow('The source "no-such-source" is not in the catalogue.');
    expect(await count('"Tool"')).toBe(before);
  });

  test('a tool of which nothing is known but its names is listed without a date', async () => {
    await importReadings(database, [file(anEntry('Nameless', []))]);
    expect((await find('nameless')).listing).toMatchObject({ newestFact: null, ranked: false });
  });

  test('a source counts as read on the day of the newest fact that was taken from it, also after its record is read again', async () => {
    const readOn = async () => (await database.pool.query(`SELECT "readOn"::text AS d FROM "Source" WHERE "id" = $1`, [sourceId])).rows[0].d;
    await importSource(database, sourceId, file(anEntry('One', [stars(8, '2026-11-01')])).parsed);
    expect(await readOn()).toBe('2026-11-01');
    await importTestFiles(database, pickRecords(readShippedFiles(), ['vllm']));
    expect(await readOn()).toBe('2026-11-01');
  });

  test('old snapshots go with their listings: the current one and the one before it stay, more while there is room', async () => {
    for (const value of [21, 22, 23]) await importSource(database, sourceId, file(anEntry('One', [stars(value, `2026-11-${value}`)])).parsed);
    const [current] = (await database.pool.query(`SELECT "snapshotId" AS id FROM "CurrentSnapshot"`)).rows;
    const kept = await count('"Snapshot"');
    expect(kept).toBeGreaterThan(3);
    await database.prisma.$transaction((tx) => pruneSnapshots(tx, current.id));
    expect(await count('"Snapshot"')).toBe(kept);
    await database.prisma.$transaction((tx) => pruneSnapshots(tx, current.id, 0));
    expect(await count('"Snapshot"')).toBe(2);
    expect(await count(`(SELECT DISTINCT "snapshotId" FROM "Listing") s`)).toBe(2);
    expect((await find('one')).listing).toMatchObject({ stars: 23 });
  });
});
