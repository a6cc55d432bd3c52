import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ParsedSource, SourceEntry } from '../../lib/catalog/entry';
import { findTools } from '../../lib/db/find-tools';
import { importSource, UnknownSourceError } from '../../lib/db/import-source';
import { listDoubtfulJoins, listMerges, MergeRefusedError, mergeTools, undoMerge } from '../../lib/db/merge-tools';
import { migrateDatabase } from '../../lib/db/prepare';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { changeRecord, pickRecords, readShippedFiles } from '../support/record-files';
import { importTestFiles } from '../support/records';

const few = pickRecords(readShippedFiles(), ['vllm', 'sglang', 'docling']);
const sourceId = 'github-ranking';

const stars = (value: number) =>
  ({ signal: 'stars', value, asOf: '2026-08-22', source: sourceId, address: 'https://github.com/x/y', method: 'measured' }) as const;

const anEntry = (name: string, more: Partial<SourceEntry> = {}): SourceEntry => ({
  at: `line of ${name}`,
  names: [`github:somebody/${name.toLowerCase()}`],
  tool: { name, kind: 'repository', category: 'unsorted', vendor: 'somebody', repository: `somebody/${name}` },
  facts: [stars(1_000)],
  ...more,
});

const parsed = (...entries: SourceEntry[]): ParsedSource => ({ entries, rejected: [] });

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, () => {});
  });
  afterAll(() => database.drop());

  const read = (...names: string[]) => readSnapshot((tx) => findTools(tx, names)).then(({ value }) => value);
  const countRows = async (table: string): Promise<number> => (await database.pool.query(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0].n;

  test('before the records there is no source to import from, and the sentence says what to do', async () => {
    await expect(importSource(database, sourceId, parsed(anEntry('One')))).rejects.toThrow(UnknownSourceError);
    await importTestFiles(database, few);
  });

  test('a file adds facts to listed tools and makes the tools that are not', async () => {
    const known = anEntry('vLLM', { names: ['github:vllm-project/vllm'], facts: [stars(99_999)] });
    const imported = await importSource(database, sourceId, parsed(known, anEntry('One'), anEntry('Offer', { tool: null })));
    expect(imported).toMatchObject({ matched: 1, created: 1, unmatched: 1, rejected: [], facts: { added: 2, unchanged: 0 }, snapshotChanged: true });
    const [vllm, one] = await read('vllm', 'one');
    expect(vllm!.tool!.facts.map(({ value }) => value)).toContain(99_999);
    expect(one!.tool).toMatchObject({ id: 'github:somebody/one', category: 'unsorted', repository: 'somebody/One' });
    expect(one!.listing).toMatchObject({ stars: 1_000, state: 'active' });
  });

  test('importing it again adds nothing and keeps the snapshot', async () => {
    const before = [await countRows('Tool'), await countRows('Fact'), await countRows('ToolAlias')];
    const again = await importSource(database, sourceId, parsed(anEntry('One')));
    expect(again).toMatchObject({ matched: 1, created: 0, facts: { added: 0, unchanged: 1 }, snapshotChanged: false });
    expect([await countRows('Tool'), await countRows('Fact'), await countRows('ToolAlias')]).toEqual(before);
  });

  test('a fact that cannot be kept is rejected with its place, and the rest of its row goes in', async () => {
    const wrong = anEntry('Two', { facts: [stars(5), { ...stars(-1) }, { ...stars(7), signal: 'context-tokens' }, { ...stars(9), asOf: 'yesterday' }] });
    const imported = await importSource(database, sourceId, parsed(wrong));
    expect(imported).toMatchObject({ created: 1, facts: { added: 1 } });
    expect(imported.rejected.map(({ at }) => at)).toEqual(['line of Two, stars', 'line of Two, context-tokens', 'line of Two, stars']);
    expect(imported.rejected[1]!.reason).toBe('context-tokens does not apply to a repository in unsorted');
  });

  test('names that lead to two tools are left to a person', async () => {
    const both = anEntry('Both', { names: ['github:somebody/one', 'github:somebody/two'] });
    const imported = await importSource(database, sourceId, parsed(both));
    expect(imported).toMatchObject({ matched: 0, created: 0, facts: { added: 0 } });
    expect(imported.rejected[0]!.reason).toContain('lead to 2 tools');
  });

  test('the records can be imported again without taking back what a source said', async () => {
    const changed = changeRecord(few, 'vllm', (record) => {
      record.summary = 'An inference server, said in other words for this test.';
    });
    await importTestFiles(database, changed);
    const [vllm, one] = await read('vllm', 'one');
    expect(vllm!.tool!.facts.map(({ value }) => value)).toContain(99_999);
    expect(one!.listing).toMatchObject({ state: 'active' });
  });

  test('tools that share a repository are reported as doubtful; merging is explicit and can be taken back', async () => {
    await importSource(database, sourceId, parsed(anEntry('One', { names: ['npm:one'], facts: [stars(1_001)] })));
    expect(await listDoubtfulJoins(database, 10)).toEqual([{ a: 'one', b: 'somebody-one', shared: 'name', value: 'one' }]);
    await mergeTools(database, { from: 'somebody-one', into: 'one', reason: 'the package of the repository' });
    const [merged] = await read('somebody-one');
    expect(merged).toMatchObject({ slug: 'one' });
    expect(merged!.tool!.facts.map(({ value }) => value).sort()).toEqual([1_000, 1_001]);
    expect(await listDoubtfulJoins(database, 10)).toEqual([]);
    await importTestFiles(database, few);
    expect((await read('somebody-one'))[0]).toMatchObject({ slug: 'one' });
    expect(await listMerges(database)).toMatchObject([{ from: 'somebody-one', into: 'one', reason: 'the package of the repository' }]);
    await undoMerge(database, 'somebody-one');
    expect((await read('somebody-one'))[0]).toMatchObject({ slug: 'somebody-one', listing: { stars: 1_001 } });
    expect((await read('one'))[0]!.tool!.facts.map(({ value }) => value)).toEqual([1_000]);
  });

  test('a tool with a record is not merged by command', async () => {
    await expect(mergeTools(database, { from: 'vllm', into: 'one', reason: 'no' })).rejects.toThrow(MergeRefusedError);
    await expect(undoMerge(database, 'one')).rejects.toThrow('Nobody has merged one by command.');
    await expect(mergeTools(database, { from: 'nothing-of-this-name', into: 'one', reason: 'no' })).rejects.toThrow('No tool is called');
  });

  test('a record takes the slug and the facts of a tool that a source brought', async () => {
    const renamed = changeRecord(few, 'docling', (record) => {
      record.slug = 'one';
      record.aliases = [...record.aliases, 'github:somebody/one'];
    });
    await importTestFiles(database, renamed);
    const [one, two] = await read('one', 'github:somebody/one');
    expect([one!.slug, two!.slug]).toEqual(['one', 'one']);
    expect(one!.tool).toMatchObject({ id: 'docling' });
    expect(one!.tool!.facts.map(({ value }) => value)).toContain(1_000);
  });
});
