import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceEntry } from '../../lib/catalog/entry';
import { findTools } from '../../lib/db/find-tools';
import { importReadings, importSource } from '../../lib/db/import-source';
import { migrateDatabase } from '../../lib/db/prepare';
import { pruneSnapshots } from '../../lib/db/prune-snapshots';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { searchTools } from '../../lib/db/search-tools';
import type { SourceImport, SourceReading } from '../../lib/db/write-source';
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
