import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceEntry } from '../../lib/catalog/entry';
import { findTools } from '../../lib/db/find-tools';
import { importSource } from '../../lib/db/import-source';
import { migrateDatabase } from '../../lib/db/prepare';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { searchTools } from '../../lib/db/search-tools';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { changeRecord, pickRecords, readShippedFiles } from '../support/record-files';
import { importTestFiles } from '../support/records';

const written = pickRecords(readShippedFiles(), ['vllm', 'sglang', 'qdrant']);
const unwritten = changeRecord(written, 'qdrant', (record) => {
  record.capabilities = [];
  record.facts = record.facts.filter(({ signal }) => signal !== 'topics');
});
const sourceId = 'github-ranking';

const topics = (...value: string[]): SourceEntry => ({
  at: 'line 1',
  names: ['github:qdrant/qdrant'],
  tool: null,
  facts: [{ signal: 'topics', value, asOf: '2026-05-04', source: sourceId, method: 'vendor-claimed' }],
});

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, () => {});
    await importTestFiles(database, unwritten);
  });
  afterAll(() => database.drop());

  const readQdrant = () => readSnapshot((tx) => findTools(tx, ['qdrant'])).then(({ value }) => value[0]!);

  test('a tool without written capabilities gets those that follow from its facts, and they name them', async () => {
    const { tool, listing } = await readQdrant();
    const keys = new Set(tool!.facts.map(({ key }) => key));
    expect(tool!.capabilities.map(({ job }) => job)).toEqual(['search-vectors', 'self-host']);
    expect(tool!.capabilities[0]!.derivedFrom).toEqual([]);
    expect(tool!.capabilities[1]!.derivedFrom!.every((key) => keys.has(key))).toBe(true);
    expect(listing!.capabilityCount).toBe(2);
  });

  test('a written capability says nothing of facts that it follows from', async () => {
    const { value } = await readSnapshot((tx) => findTools(tx, ['vllm']));
    expect(value[0]!.tool!.capabilities.length).toBeGreaterThan(5);
    expect(value[0]!.tool!.capabilities.every((each) => !('derivedFrom' in each))).toBe(true);
  });

  test('a fact that a source brings later changes what follows, and it can be searched for', async () => {
    await importSource(database, sourceId, { entries: [topics('vector-database', 'hybrid-search')], rejected: [] });
    const { tool } = await readQdrant();
    expect(tool!.capabilities.map(({ job, derivedFrom }) => [job, derivedFrom!.length])).toEqual([
      ['search-vectors', 1],
      ['hybrid-search', 1],
      ['self-host', 1],
    ]);
    const { value } = await readSnapshot((tx) => searchTools(tx, 'full-text search I can host', {}, 5));
    expect(value.map(({ listing }) => listing.slug)).toContain('qdrant');
  });

  test('importing the same again writes no capability anew', async () => {
    const read = async () => (await database.pool.query(`SELECT xmin::text, "id" FROM "ToolCapability" ORDER BY "id"`)).rows;
    const before = await read();
    await importSource(database, sourceId, { entries: [topics('vector-database', 'hybrid-search')], rejected: [] });
    await importTestFiles(database, unwritten);
    expect(await read()).toEqual(before);
  });

  test('written ones replace derived ones, and leave room for them again', async () => {
    await importTestFiles(database, written);
    const after = (await readQdrant()).tool!.capabilities;
    expect(after.length).toBeGreaterThan(3);
    expect(after.every((each) => !('derivedFrom' in each))).toBe(true);
    await importTestFiles(database, unwritten);
    expect((await readQdrant()).tool!.capabilities.map(({ job }) => job)).toEqual(['search-vectors', 'hybrid-search', 'self-host']);
  });

  test('what sets a tool apart is computed with the snapshot and read with the tool', async () => {
    const stars = (value: number) => ({ signal: 'stars', value, asOf: '2026-08-22', source: sourceId, method: 'measured' }) as const;
    const entries = [...Array(10).keys()].map((index): SourceEntry => {
      const name = `Store ${index}`;
      const tool = { name, kind: 'repository', category: 'vector-database', vendor: 'somebody', repository: `somebody/store-${index}` } as const;
      const [topic] = topics('vector-search').facts;
      return { at: name, names: [`github:somebody/store-${index}`], tool, facts: [stars(100 * (index + 1)), topic!] };
    });
    await importSource(database, sourceId, { entries, rejected: [] });
    const { value } = await readSnapshot((tx) => findTools(tx, ['store-8', 'store-1']));
    const [high, low] = value.map(({ tool }) => tool!);
    const own = high!.facts.map(({ key }) => key);
    expect(high!.setApart!.claims).toMatchObject([
      {
        ...{ type: 'larger-than', capability: 'search-vectors', signal: 'stars', value: 900, level: 0, among: 10 },
        group: { category: 'vector-database', job: 'search-vectors' },
        nearest: [{ slug: 'store-7' }, { slug: 'store-9' }],
      },
    ]);
    expect(high!.setApart!.claims[0]!.parents.every((key) => own.includes(key))).toBe(true);
    expect(low!.setApart).toEqual({ claims: [], judged: ['search-vectors'] });
  });
});
