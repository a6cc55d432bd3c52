import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRanks } from '../../lib/db/check-ranks';
import { rollUpMatches, withdrawOutcomes } from '../../lib/db/learn';
import { findListings } from '../../lib/db/listing';
import { readOutcomes } from '../../lib/db/read-outcomes';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { loadMethodology } from '../../lib/pages/load-methodology';
import { formulaVersion } from '../../lib/rank/formula';
import { judgeOutcomes, nextFormulaVersion } from '../../lib/rank/match-graph';
import type { Rank } from '../../lib/rank/rank';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { fillDatabase } from '../support/records';

const need = 'a need that very many people had';

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await fillDatabase(database);
  });
  afterAll(() => database.drop());

  /** Twenty visitors say of each of the first tools of a kind whether it worked: of every tool for fifteen, of five not. */
  const seed = async (kind: string, tools: number): Promise<void> => {
    await database.pool.query(`INSERT INTO "Need" ("id", "text") VALUES ('n', '${need}')`);
    await database.pool.query(
      `INSERT INTO "Search" ("id", "needId", "surface", "filters", "fits", "visitorHash")
       SELECT gen_random_uuid(), 'n', 'search-page', '{}', true, 'visitor ' || i FROM generate_series(1, 20) AS i`,
    );
    await database.pool.query(
      `INSERT INTO "Match" ("searchId", "toolId", "position") SELECT s."id", t."id", 0 FROM "Search" s
       CROSS JOIN (SELECT "id" FROM "Tool" WHERE "state" = 'active' AND "kind" = '${kind}' ORDER BY "id" LIMIT ${tools}) t`,
    );
    await database.pool.query(
      `INSERT INTO "Outcome" ("id", "searchId", "toolId", "worked", "visitorHash")
       SELECT gen_random_uuid(), m."searchId", m."toolId", substr(s."visitorHash", 9)::int <= 15, s."visitorHash" FROM "Match" m JOIN "Search" s ON s."id" = m."searchId"`,
    );
  };
  const readRanks = async (): Promise<Map<string, { kind: string; rank: Rank; worked: number; failed: number }>> => {
    const { rows } = await database.pool.query(
      `SELECT l."slug", l."kind", l."rank", l."worked", l."failed" FROM "Listing" l JOIN "CurrentSnapshot" c ON c."snapshotId" = l."snapshotId" WHERE l."state" = 'active'`,
    );
    return new Map(rows.map(({ slug, ...row }) => [slug, row]));
  };
  const readFormula = async () => (await readSnapshot(async () => null)).snapshot.formula;

  test('the match graph enters the ranks of a kind with enough outcomes by a new version, and leaves them again', { timeout: 300_000 }, async () => {
    const before = await readRanks();
    const first = (await readSnapshot(async () => null)).snapshot;
    expect(first.formula).toBe(formulaVersion);
    const { needed, tools } = judgeOutcomes((await readOutcomes(database)).get('repository') ?? []);
    expect(needed).toBeLessThan(tools);

    await seed('repository', needed);
    expect((await rollUpMatches(database)).changed).toBe(true);
    expect(await readFormula()).toBe(nextFormulaVersion);
    expect([...(await loadMethodology()).counted]).toEqual(['repository']);
    const counted = await readRanks();
    let known = 0;
    for (const [slug, { kind, rank, worked, failed }] of counted) {
      if (kind !== 'repository') {
        expect(rank).toEqual(before.get(slug)?.rank);
        continue;
      }
      const score = rank.components.find(({ component }) => component === 'match-graph');
      expect(rank.formula).toBe(nextFormulaVersion);
      expect(score?.outcomes).toEqual({ worked, failed });
      expect(score).toMatchObject(worked === 0 ? { points: 50, low: 0, high: 100, coverage: 0 } : { outcomes: { worked: 15, failed: 5 } });
      expect(score?.weight).toBeGreaterThanOrEqual(0.1);
      expect(rank.components.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(rank.total, 5);
      if (worked > 0) known += 1;
    }
    expect(known).toBe(needed);
    expect((await checkRanks()).different).toEqual([]);
    expect((await rollUpMatches(database)).changed).toBe(false);

    const [slug = ''] = [...counted].find(([, { worked }]) => worked > 0) ?? [];
    expect(await withdrawOutcomes(database, { need, tool: slug, reason: 'bought' })).toBe(20);
    await rollUpMatches(database);
    expect(await readFormula()).toBe(formulaVersion);
    const after = await readRanks();
    for (const [each, { rank }] of after) expect(rank).toEqual(before.get(each)?.rank);
    expect((await checkRanks()).different).toEqual([]);
    const [listing] = (await readSnapshot((tx) => findListings(tx, [slug]))).value;
    expect(listing?.worked).toBe(0);

    await withdrawOutcomes(database, { need, tool: null, reason: 'bought' });
    await database.pool.query('DELETE FROM "MatchCount"');
    await database.pool.query('DELETE FROM "Search"');
    await rollUpMatches(database);
    expect((await readSnapshot(async () => null)).snapshot.id).toBe(first.id);
  });
});
