import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordFile } from '../../lib/catalog/check-records';
import { exportData, restoreData } from '../../lib/db/export-data';
import { findChanges } from '../../lib/db/find-changes';
import { findFacts } from '../../lib/db/find-facts';
import { importSource } from '../../lib/db/import-source';
import { rollUpMatches } from '../../lib/db/learn';
import { migrateDatabase } from '../../lib/db/prepare';
import { pruneSnapshots } from '../../lib/db/prune-snapshots';
import { loadChanges } from '../../lib/pages/load-changes';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { changeRecord, pickRecords, readShippedFiles } from '../support/record-files';
import { importTestFiles } from '../support/records';

const tools = ['ollama', 'vllm', 'gpt-oss-20b', 'llama-4-maverick'];
const first = pickRecords(readShippedFiles(), tools);

const cheaper = {
  signal: 'price-output',
  value: '0.08',
  conditions: { host: 'OpenRouter' },
  asOf: '2026-08-20',
  source: 'openrouter-api',
  method: 'vendor-claimed',
} as const;

/** What one fixture says differently than the other: a price, a capability, stars, and nothing else. */
const second: RecordFile[] = [
  (files: readonly RecordFile[]) => changeRecord(files, 'gpt-oss-20b', (record) => void record.facts.push(cheaper)),
  (files: readonly RecordFile[]) => changeRecord(files, 'ollama', (record) => void record.capabilities.splice(0, 1)),
  (files: readonly RecordFile[]) =>
    changeRecord(files, 'vllm', (record) => {
      record.facts = record.facts.map((fact) => (fact.signal === 'stars' ? { ...fact, value: 150 } : fact));
    }),
].reduce((files, change) => change(files), first);

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, () => {});
  });
  afterAll(() => database.drop());

  const readLog = (slugs: readonly string[] = tools) => database.prisma.$transaction((tx) => findChanges(tx, slugs, 100));
  const openPair = async () => (await loadChanges(['ollama', 'vllm']))!;

  test('a first import changes nothing, and neither does one that says the same', async () => {
    await importTestFiles(database, first);
    await importTestFiles(database, first);
    expect(await readLog()).toEqual([]);
    expect((await openPair()).moments).toEqual([]);
  });

  test('the next snapshot is noted tool by tool: the price with both facts, the capability by name, the rank with its cause', async () => {
    const { snapshot } = await importTestFiles(database, second);
    const log = await readLog();
    expect(log.map(({ slug }) => slug).sort()).toEqual(['gpt-oss-20b', 'ollama', 'vllm']);
    expect(new Set(log.map(({ at, toSnapshot }) => `${at} ${toSnapshot}`)).size).toBe(1);
    expect(log[0]?.toSnapshot).toBe(snapshot);
    const of = (slug: string) => log.find((each) => each.slug === slug)!.changes;
    const [price, ...more] = of('gpt-oss-20b');
    expect(more).toEqual([]);
    if (price?.kind !== 'price') throw new Error('no price was noted');
    const facts = await database.prisma.$transaction((tx) => findFacts(tx, [price.before, price.after]));
    expect([price.before, price.after].map((key) => facts.get(key))).toMatchObject([
      { value: '0.13', asOf: '2026-08-01', conditions: { host: 'OpenRouter' } },
      cheaper,
    ]);
    expect(of('ollama')).toMatchObject([{ kind: 'capability', change: 'gone', name: expect.any(String) }]);
    expect(of('vllm')).toMatchObject([{ kind: 'rank', causes: [{ type: 'facts', signals: [{ signal: 'stars' }] }] }]);
  });

  test('the page of the pair adds what follows: the answer changed', async () => {
    const { moments, facts } = await openPair();
    expect(moments.map(({ events }) => events.map(({ kind }) => kind))).toEqual([['verdict', 'capability', 'rank']]);
    expect(moments[0]?.events[0]).toMatchObject({ before: { type: 'tie', slugs: ['ollama', 'vllm'] }, after: { type: 'higher', slug: 'ollama' } });
    const [rank] = moments[0]!.events.filter((event) => event.kind === 'rank');
    const keys = rank!.causes.flatMap((cause) => (cause.type === 'facts' ? cause.signals.flatMap(({ before, after }) => [before!, after!]) : []));
    expect(keys.map((key) => typeof facts[key]?.value)).toEqual(['number', 'number']);
  });

  test('importing it again, and a roll-up of counts, add nothing', async () => {
    const before = await readLog();
    await importTestFiles(database, second);
    await rollUpMatches(database);
    expect(await readLog()).toEqual(before);
  });

  test('going back to a snapshot that is still there is noted too, the other way round', async () => {
    await importTestFiles(database, first);
    const [vllm] = (await readLog(['vllm'])).map(({ changes }) => changes[0]);
    expect((await readLog(['vllm'])).length).toBe(2);
    if (vllm?.kind !== 'rank') throw new Error('no rank was noted');
    expect(vllm.after.total).toBeGreaterThan(vllm.before.total);
    expect((await openPair()).moments.map(({ events }) => events[0])).toMatchObject([
      { kind: 'verdict', after: { type: 'tie' } },
      { kind: 'verdict', after: { type: 'higher' } },
    ]);
  });

  test('a file of a source that only moves the day moves ranks, and the day is the cause', async () => {
    const stars = {
      signal: 'stars',
      value: 5_000,
      asOf: '2027-02-01',
      source: 'github-ranking',
      address: 'https://github.com/x/y',
      method: 'measured',
    } as const;
    const tool = { name: 'One', kind: 'repository', category: 'unsorted', vendor: 'somebody', repository: 'somebody/one' } as const;
    await importSource(database, 'github-ranking', { entries: [{ at: 'line 1', names: ['github:somebody/one'], tool, facts: [stars] }], rejected: [] });
    const [newest] = await readLog(['ollama']);
    expect(newest?.changes).toMatchObject([{ kind: 'rank', causes: [{ type: 'day', after: '2027-02-01' }] }]);
    expect(await readLog(['one'])).toEqual([]);
  });

  test('the log outlives the snapshots it came from', async () => {
    const before = await readLog();
    const current = await database.prisma.currentSnapshot.findFirstOrThrow();
    expect(await database.prisma.$transaction((tx) => pruneSnapshots(tx, current.snapshotId, 0))).toBeGreaterThan(0);
    expect(await readLog()).toEqual(before);
  });

  test('exported and restored in a new database the log is whole, with the facts that nobody says any more', async () => {
    const [before, page] = [await readLog(), await openPair()];
    const text = (await exportData()).join('\n');
    expect(await restoreData(text)).toMatchObject({ restored: 0, unlisted: 0 });
    const old = globalThis.unfragileDatabase;
    const other = await useDatabase(home);
    try {
      await migrateDatabase(other, () => {});
      await importTestFiles(other, first);
      await restoreData(text);
      expect(await other.prisma.$transaction((tx) => findChanges(tx, tools, 100))).toEqual(before);
      const restored = (await loadChanges(['ollama', 'vllm']))!;
      expect(restored.facts).toEqual(page.facts);
      expect(await restoreData(text)).toMatchObject({ restored: 0 });
    } finally {
      globalThis.unfragileDatabase = old;
      await other.drop();
    }
  });
});
