import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getFactKey } from '../../lib/db/fact-key';
import { findTools } from '../../lib/db/find-tools';
import { importFiles, migrateDatabase, WrongRecordsError } from '../../lib/db/prepare';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { findSlugs } from '../../lib/db/resolve-slugs';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { changeRecord, pickRecords, readShippedFiles, removeRecord } from '../support/record-files';
import { importTestFiles } from '../support/records';

const everything = readShippedFiles();
const slugOf = (place: string): string => place.replace(/^.*\/|\.json$/g, '');
/** Every twentieth record and those that the tests change: the whole catalogue goes in in reads.test.ts. */
const shipped = pickRecords(everything, [
  ...everything.filter((_file, index) => index % 20 === 0).map(({ place }) => slugOf(place)),
  'vllm',
  'sglang',
  'ollama',
  'gemini-2-5-flash',
]);
const few = pickRecords(shipped, ['vllm', 'sglang', 'ollama', 'gemini-2-5-flash']);
const silent = (): void => {};

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, silent);
  });
  afterAll(() => database.drop());

  /** Everything the import writes, with the number of the transaction that wrote each row last. */
  const readRows = async (): Promise<string> => {
    const tables = [
      'Tool',
      'ToolAlias',
      'Source',
      'Fact',
      'Capability',
      'ToolCapability',
      'ToolRelation',
      'MatchTool',
      'MatchTerm',
      'MatchNameWord',
      'MatchPosting',
      'MatchCapability',
      'MatchSynonym',
      'MatchStatistic',
      'Snapshot',
      'CurrentSnapshot',
      'Listing',
    ];
    const rows = await Promise.all(tables.map((table) => database.pool.query(`SELECT t.xmin::text AS "writer", t.* FROM "${table}" t ORDER BY 2, 3`)));
    return JSON.stringify(rows.map((each) => each.rows));
  };
  const read = (...names: string[]) => readSnapshot((tx) => findTools(tx, names)).then(({ value }) => value);
  const countFacts = async (condition: string): Promise<number> =>
    (await database.pool.query(`SELECT count(*)::int AS n FROM "Fact" WHERE ${condition}`)).rows[0].n;

  test('records go in, and pages read them as they are written', async () => {
    const imported = await importTestFiles(database, shipped);
    const records = shipped.filter(({ place }) => place !== 'sources.json').map(({ text }) => JSON.parse(text));
    expect(imported).toMatchObject({ added: records.length, changed: 0, retired: 0, snapshotChanged: true });
    const found = await read(...records.map(({ slug }) => slug));
    for (const [index, record] of records.entries()) {
      const { tool } = found[index]!;
      expect(tool).toMatchObject({ id: record.id, slug: record.slug, name: record.name, summary: record.summary });
      expect(tool!.facts.map(({ key: _key, ...fact }) => fact)).toEqual(record.facts);
      expect(tool!.facts.map(({ key }) => key)).toEqual(record.facts.map((fact: Parameters<typeof getFactKey>[1]) => getFactKey(record.id, fact)));
      if (record.capabilities.length > 0) expect(tool!.capabilities).toEqual(record.capabilities.map((each: object) => ({ versus: [], ...each })));
      else expect(tool!.capabilities.every(({ derivedFrom }) => derivedFrom !== undefined)).toBe(true);
      expect(tool!.relations).toEqual(record.relations ?? []);
      expect([...tool!.aliases].sort()).toEqual([...record.aliases].sort());
    }
  });

  test('importing again changes no row', async () => {
    const before = await readRows();
    const again = await importTestFiles(database, shipped);
    expect(again).toMatchObject({ added: 0, changed: 0, retired: 0, unchanged: shipped.length - 1, snapshotChanged: false });
    expect(await readRows()).toBe(before);
  });

  test('other white space in the files is noticed, but changes neither snapshot nor tools', async () => {
    const before = await readSnapshot(async () => null);
    const spaced = shipped.map((file) => ({ ...file, text: `${file.text}\n` }));
    expect(await importTestFiles(database, spaced)).toMatchObject({ changed: 0, snapshotChanged: false });
    expect((await readSnapshot(async () => null)).snapshot).toEqual(before.snapshot);
  });

  test('an import that fails half way leaves the previous catalogue as it was', async () => {
    const before = await readRows();
    await database.pool.query(`ALTER TABLE "Listing" ADD CONSTRAINT "no_more" CHECK ("name" <> 'A new name')`);
    const changed = changeRecord(shipped, 'vllm', (record) => {
      record.name = 'A new name';
    });
    await expect(importTestFiles(database, changed)).rejects.toThrow('no_more');
    await database.pool.query('ALTER TABLE "Listing" DROP CONSTRAINT "no_more"');
    expect(await readRows()).toBe(before);
  });

  test('every issue of every file is reported at once, and nothing is imported', async () => {
    const before = await readRows();
    const parent = mkdtempSync(join(tmpdir(), 'unfragile-overlay-'));
    mkdirSync(join(parent, 'model'));
    writeFileSync(join(parent, 'model', 'broken.json'), '{');
    writeFileSync(join(parent, 'model', 'empty.json'), '{}');
    const failed = await importFiles(database, { catalogDir: 'prisma/catalog', catalogOverlay: parent }, silent).catch((error: unknown) => error);
    rmSync(parent, { recursive: true });
    expect(failed).toBeInstanceOf(WrongRecordsError);
    expect(String(failed)).toContain(`${parent}/model/broken.json: is not JSON`);
    expect(String(failed)).toMatch(/model\/empty\.json: slug: /);
    expect(String(failed)).toMatch(/model\/empty\.json: facts: /);
    expect(await readRows()).toBe(before);
  });

  test('a fact that left its record is withdrawn, and one that comes back keeps its place and date', async () => {
    const first = JSON.parse(shipped.find(({ place }) => place.endsWith('/vllm.json'))!.text).facts[0];
    const key = getFactKey('vllm', first);
    const readFact = async () => (await database.pool.query('SELECT "seq", "recordedAt", "withdrawnAt" FROM "Fact" WHERE "key" = $1', [key])).rows[0];
    const { seq, recordedAt } = await readFact();
    const without = changeRecord(shipped, 'vllm', (record) => {
      record.facts = record.facts.slice(1);
    });
    expect(await importTestFiles(database, without)).toMatchObject({ changed: 1, snapshotChanged: true });
    expect((await readFact()).withdrawnAt).toBeInstanceOf(Date);
    expect((await read('vllm'))[0]!.tool!.facts.some((fact) => fact.key === key)).toBe(false);
    expect(await importTestFiles(database, shipped)).toMatchObject({ changed: 1, snapshotChanged: true });
    expect(await readFact()).toEqual({ seq, recordedAt, withdrawnAt: null });
    expect(await countFacts('"withdrawnAt" IS NOT NULL')).toBe(0);
  });

  test('a renamed tool keeps its identity, and its former slug leads to it', async () => {
    const renamed = changeRecord(few, 'vllm', (record) => {
      record.slug = 'vllm-server';
    }).map((file) => ({ ...file, text: file.text.replaceAll('"tool": "vllm"', '"tool": "vllm-server"').replaceAll('"tool":"vllm"', '"tool":"vllm-server"') }));
    await importTestFiles(database, renamed);
    const [found] = await read('vllm');
    expect(found).toMatchObject({ asked: 'vllm', slug: 'vllm-server', tool: { id: 'vllm' } });
    expect(found!.tool!.aliases).toContain('vllm');
    await importTestFiles(database, few);
    const [back] = await read('vllm');
    expect(back).toMatchObject({ slug: 'vllm', tool: { id: 'vllm' } });
    expect(back!.tool!.aliases).not.toContain('vllm');
    expect((await read('vllm-server'))[0]).toMatchObject({ slug: 'vllm' });
  });

  test('two tools can exchange their slugs', async () => {
    const swap = (text: string): string => text.replaceAll(/"(ollama|sglang)"/g, (_all, slug) => (slug === 'ollama' ? '"sglang"' : '"ollama"'));
    const swapped = few.map((file) => {
      if (file.place === 'sources.json') return file;
      const { id, aliases } = JSON.parse(file.text);
      const record = { ...JSON.parse(swap(file.text)), id, aliases };
      const place = `${record.kind}/${record.slug}.json`;
      return { place, path: place, text: JSON.stringify(record) };
    });
    await importTestFiles(database, swapped);
    expect((await read('ollama', 'sglang')).map((found) => found.tool?.id)).toEqual(['sglang', 'ollama']);
    await importTestFiles(database, few);
    expect((await read('ollama', 'sglang')).map((found) => found.tool?.id)).toEqual(['ollama', 'sglang']);
  });

  test('a tool without a record is retired: out of the lists, but found by its slug with all its facts', async () => {
    await importTestFiles(database, few);
    const facts = await countFacts(`"toolId" = 'ollama' AND "withdrawnAt" IS NULL`);
    const without = pickRecords(removeRecord(few, 'ollama'), ['vllm', 'sglang', 'gemini-2-5-flash']);
    expect(await importTestFiles(database, without)).toMatchObject({ retired: 1 });
    const [found] = await read('ollama');
    expect(found).toMatchObject({ slug: 'ollama', listing: { state: 'retired', standing: null } });
    expect(found!.tool!.facts).toHaveLength(facts);
    expect((await readSnapshot(async () => null)).snapshot.toolCount).toBe(3);
    expect(await importTestFiles(database, without)).toMatchObject({ retired: 0, snapshotChanged: false });

    const merged = changeRecord(without, 'vllm', (record) => {
      record.aliases = [...record.aliases, 'Ollama'];
    });
    await importTestFiles(database, merged);
    expect((await read('ollama'))[0]).toMatchObject({ slug: 'vllm', tool: { id: 'vllm' } });

    const usurper = changeRecord(without, 'sglang', (record) => {
      record.slug = 'ollama';
    });
    await expect(
      importTestFiles(
        database,
        usurper.map((file) => ({ ...file, text: file.text.replaceAll('"tool":"sglang"', '"tool":"ollama"') })),
      ),
    ).rejects.toThrow('the slug "ollama" belongs to the tool with the id "ollama", which has no record any more');
    await importTestFiles(database, few);
    expect((await read('ollama'))[0]).toMatchObject({ slug: 'ollama', listing: { state: 'active' } });
  });

  test('the same content gives the same snapshot, whatever came between', async () => {
    await importTestFiles(database, few);
    const { snapshot } = await readSnapshot(async () => null);
    const aside = changeRecord(few, 'vllm', (record) => {
      record.name = 'Aside';
    });
    await importTestFiles(database, aside);
    expect((await readSnapshot(async () => null)).snapshot.id).not.toBe(snapshot.id);
    await importTestFiles(database, few);
    expect((await readSnapshot(async () => null)).snapshot).toEqual(snapshot);
  });

  test('an alias is one name in any case', async () => {
    const { value } = await readSnapshot((tx) => findSlugs(tx, ['VLLM', 'GitHub:vllm-project/vLLM', ' sglang ', 'nobody']));
    expect([...value]).toEqual([
      ['VLLM', 'vllm'],
      ['GitHub:vllm-project/vLLM', 'vllm'],
      [' sglang ', 'sglang'],
    ]);
  });
});
