import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../lib/db/database';
import { migrateDatabase } from '../../lib/db/prepare';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { resolveSlugs } from '../../lib/db/resolve-slugs';
import { currentSnapshotId, getSnapshotId, stopWatch, watchSnapshot } from '../../lib/db/snapshot-watch';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { changeRecord, pickRecords, readShippedFiles } from '../support/record-files';
import { importTestFiles } from '../support/records';

const few = pickRecords(readShippedFiles(), ['vllm', 'sglang', 'ollama']);
const renamed = changeRecord(few, 'vllm', (record) => {
  record.name = 'Another name';
});
/** What DESIGN.md promises: every instance knows within two seconds. */
const knownWithin = { timeout: 2_000, interval: 20 };

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, () => {});
  });
  afterEach(stopWatch);
  afterAll(() => database.drop());

  test('a new snapshot is known within two seconds', async () => {
    expect(await getSnapshotId()).toBeNull();
    await watchSnapshot();
    expect(currentSnapshotId()).toBeNull();
    // On PostgreSQL by a process of its own; the embedded database belongs to this one alone.
    const other = home === 'PostgreSQL' ? await openDatabase(database.home) : database;
    const first = await importTestFiles(other, few);
    await vi.waitFor(() => expect(currentSnapshotId()).toBe(first.snapshot), knownWithin);
    const second = await importTestFiles(other, renamed);
    await vi.waitFor(() => expect(currentSnapshotId()).toBe(second.snapshot), knownWithin);
    expect(second.snapshot).not.toBe(first.snapshot);
    if (other !== database) await other.close();
  });

  test('names that were resolved need no query, until there is another snapshot', async () => {
    await importTestFiles(database, few);
    await watchSnapshot();
    expect([...(await resolveSlugs(['VLLM', 'nobody']))]).toEqual([['VLLM', 'vllm']]);
    const ask = vi.spyOn(database.prisma, '$queryRaw');
    expect([...(await resolveSlugs(['VLLM']))]).toEqual([['VLLM', 'vllm']]);
    expect(ask).not.toHaveBeenCalled();
    ask.mockRestore();
    const moved = changeRecord(few, 'vllm', (record) => {
      record.slug = 'vllm-server';
    }).map((file) => ({ ...file, text: file.text.replaceAll('"tool":"vllm"', '"tool":"vllm-server"') }));
    const { snapshot } = await importTestFiles(database, moved);
    await vi.waitFor(() => expect(currentSnapshotId()).toBe(snapshot), knownWithin);
    expect([...(await resolveSlugs(['VLLM']))]).toEqual([['VLLM', 'vllm-server']]);
  });

  test('the watch does not open a database again that was closed', async () => {
    await watchSnapshot();
    const open = globalThis.unfragileDatabase;
    globalThis.unfragileDatabase = undefined;
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(globalThis.unfragileDatabase).toBeUndefined();
    globalThis.unfragileDatabase = open;
  });

  test('a page that is being read keeps its snapshot while another one is committed', async () => {
    if (home === 'PGlite') return; // one connection: nothing is committed while a page is read
    const first = await importTestFiles(database, few);
    const other = await openDatabase(database.home);
    const { snapshot, value } = await readSnapshot(async (tx) => {
      await importTestFiles(other, renamed);
      return tx.tool.findUniqueOrThrow({ where: { id: 'vllm' } });
    });
    expect(snapshot.id).toBe(first.snapshot);
    expect(value.name).toBe('vLLM');
    await other.close();
  });
});
