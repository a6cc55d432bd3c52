import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRanks, writeRanks } from '../../lib/db/check-ranks';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { fillDatabase } from '../support/records';

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await fillDatabase(database);
  });
  afterAll(() => database.drop());

  test('computing every rank again from the database gives the bytes that are stored', async () => {
    const { snapshot, equal, different } = await checkRanks();
    expect(different).toEqual([]);
    expect(equal).toBe(snapshot.toolCount);
  });

  test('a rank that was tampered with is named', async () => {
    await database.pool.query(`UPDATE "Listing" SET "rank" = jsonb_set("rank", '{total}', '99') WHERE "slug" = 'vllm'`);
    expect((await checkRanks()).different).toEqual(['vllm']);
  });

  test('ranks are stored as a new snapshot only under a new formula version', async () => {
    const { snapshot } = await checkRanks();
    expect(await writeRanks()).toMatchObject({ id: snapshot.id, changed: false });
  });
});
