import { countedPositions } from '../match/learning';
import type { Database } from './database';
import { Prisma } from './generated/client';
import { importLock, importTimeout } from './import-catalog';
import type { Reading } from './read-snapshot';
import { rebuildSearch, writeSearch } from './write-search';
import { writeSnapshot } from './write-snapshot';

/** Needs that a tool learns at most: those that most people confirmed, then the oldest. */
const mostLearned = 50;

const inTurn = <Value>({ prisma }: Database, change: (tx: Reading) => Promise<Value>): Promise<Value> =>
  prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
      return change(tx);
    },
    { timeout: importTimeout },
  );

/**
 * Brings the learned needs to what the log says: a need that more visitors confirmed than denied becomes text of the
 * capability that served it. A visitor counts once for a need, a tool and a day. Returns how many tools changed.
 */
export function learnFromLog(database: Database): Promise<number> {
  return inTurn(database, async (tx) => {
    const changed = await writeLearned(tx);
    if (changed.length > 0) await writeSearch(tx, changed);
    return changed.length;
  });
}

/** Forgets everything that was learned and learns it again from the log; the index too is made anew. */
export function rebuildFromLog(database: Database): Promise<void> {
  return inTurn(database, async (tx) => {
    await tx.$executeRaw`DELETE FROM "LearnedNeed"`;
    await writeLearned(tx);
    await rebuildSearch(tx);
  });
}

async function writeLearned(tx: Reading): Promise<string[]> {
  const rows = await tx.$queryRaw<{ toolId: string }[]>`
    WITH said AS (
      SELECT DISTINCT ON (m."toolId", s."needId", s."visitorHash") m."toolId", m."capabilityId", s."needId", o."worked", o."at"
      FROM "Outcome" o JOIN "Match" m ON m."searchId" = o."searchId" AND m."toolId" = o."toolId" JOIN "Search" s ON s."id" = o."searchId"
      WHERE o."withdrawnAt" IS NULL AND o."visitorHash" IS NOT NULL AND s."visitorHash" IS NOT NULL ORDER BY m."toolId", s."needId", s."visitorHash", o."at" DESC
    ), confirmed AS (
      SELECT "toolId", "needId", min("capabilityId") AS "capabilityId", count(*) FILTER (WHERE "worked")::int AS "confirmations",
        (min("at") FILTER (WHERE "worked") AT TIME ZONE 'UTC')::date AS "learnedOn"
      FROM said GROUP BY "toolId", "needId" HAVING count(*) FILTER (WHERE "worked") > count(*) FILTER (WHERE NOT "worked")
    ), numbered AS (
      SELECT c.*, row_number() OVER (PARTITION BY "toolId" ORDER BY "confirmations" DESC, "learnedOn", "needId") AS "place" FROM confirmed c
    ), wanted AS (
      SELECT md5(w."toolId" || ' ' || w."needId") AS "id", w."toolId", w."capabilityId", n."text", w."confirmations", w."learnedOn"
      FROM numbered w JOIN "Need" n ON n."id" = w."needId" WHERE w."place" <= ${mostLearned}::int
    ), gone AS (
      DELETE FROM "LearnedNeed" l WHERE NOT EXISTS (SELECT 1 FROM wanted w WHERE w."id" = l."id") RETURNING l."toolId"
    ), written AS (
      INSERT INTO "LearnedNeed" AS l ("id", "toolId", "capabilityId", "text", "confirmations", "learnedOn")
      SELECT "id", "toolId", "capabilityId", "text", "confirmations", "learnedOn" FROM wanted ORDER BY "id"
      ON CONFLICT ("id") DO UPDATE SET "capabilityId" = excluded."capabilityId", "confirmations" = excluded."confirmations", "learnedOn" = excluded."learnedOn"
      WHERE (l."capabilityId", l."confirmations", l."learnedOn") IS DISTINCT FROM (excluded."capabilityId", excluded."confirmations", excluded."learnedOn")
      RETURNING l."toolId"
    )
    SELECT "toolId" FROM gone UNION SELECT "toolId" FROM written ORDER BY "toolId"`;
  return rows.map(({ toolId }) => toolId);
}

/** A search is stored once for a visitor, need and day, so its matches count themselves. */
const isCounted = Prisma.sql`s."fits" AND s."visitorHash" IS NOT NULL AND m."position" < ${countedPositions}::int`;

const counts = Prisma.sql`
  SELECT m."toolId", count(*) FILTER (WHERE ${isCounted})::int, count(*) FILTER (WHERE o."worked")::int, count(*) FILTER (WHERE NOT o."worked")::int, (max(s."at") AT TIME ZONE 'UTC')::date
  FROM "Match" m JOIN "Search" s ON s."id" = m."searchId"
  LEFT JOIN "Outcome" o ON o."searchId" = m."searchId" AND o."toolId" = m."toolId" AND o."withdrawnAt" IS NULL AND o."visitorHash" IS NOT NULL
  GROUP BY m."toolId"`;

/**
 * Rolls the log up into counts, which the next snapshot shows, and commits that snapshot. A visitor counts once for a
 * need, a tool and a day; what nobody was told to fit is no match.
 */
export function rollUpMatches(database: Database): Promise<{ snapshot: string; changed: boolean }> {
  return inTurn(database, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "MatchCount" AS c ("toolId", "timesMatched", "worked", "failed", "until") ${counts}
      ON CONFLICT ("toolId") DO UPDATE SET "timesMatched" = c."purgedMatched" + excluded."timesMatched", "worked" = excluded."worked", "failed" = excluded."failed", "until" = excluded."until"
      WHERE (c."timesMatched", c."worked", c."failed") IS DISTINCT FROM (c."purgedMatched" + excluded."timesMatched", excluded."worked", excluded."failed")`;
    const current = await tx.currentSnapshot.findFirst({ select: { snapshot: { select: { fingerprint: true } } } });
    if (current === null) throw new Error('The catalogue is empty. Run "npm run import" first.');
    const { id, changed } = await writeSnapshot(tx, current.snapshot.fingerprint, { facts: [], texts: [] });
    return { snapshot: id, changed };
  });
}

/**
 * Deletes searches from before that day, with what they showed. Their number stays in the counts. A search that was
 * answered with an outcome stays, without its note, because what was learned rests on it.
 */
export function purgeLog(database: Database, before: Date): Promise<number> {
  return inTurn(database, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "MatchCount" AS c ("toolId", "timesMatched", "worked", "failed", "until", "purgedMatched")
      SELECT m."toolId", 0, 0, 0, (max(s."at") AT TIME ZONE 'UTC')::date, count(*)::int FROM "Match" m JOIN "Search" s ON s."id" = m."searchId"
      WHERE ${isCounted} AND s."at" < ${before} AND NOT EXISTS (SELECT 1 FROM "Outcome" o WHERE o."searchId" = s."id") GROUP BY m."toolId"
      ON CONFLICT ("toolId") DO UPDATE SET "purgedMatched" = c."purgedMatched" + excluded."purgedMatched"`;
    const purged = await tx.$executeRaw`DELETE FROM "Search" s WHERE s."at" < ${before} AND NOT EXISTS (SELECT 1 FROM "Outcome" o WHERE o."searchId" = s."id")`;
    await tx.$executeRaw`UPDATE "Outcome" SET "note" = NULL WHERE "at" < ${before} AND "note" IS NOT NULL`;
    await tx.$executeRaw`DELETE FROM "Need" n WHERE NOT EXISTS (SELECT 1 FROM "Search" s WHERE s."needId" = n."id")`;
    return purged;
  });
}

/** Takes back what was confirmed about a need, for one tool or for all; it stays in the log, with the reason. Returns how many outcomes. */
export function withdrawOutcomes(database: Database, { need, tool, reason }: { need: string; tool: string | null; reason: string }): Promise<number> {
  return inTurn(database, async (tx) => {
    const withdrawn = await tx.$executeRaw`
      UPDATE "Outcome" o SET "withdrawnAt" = now(), "withdrawnBecause" = ${reason} FROM "Search" s JOIN "Need" n ON n."id" = s."needId"
      WHERE s."id" = o."searchId" AND o."withdrawnAt" IS NULL AND n."text" = ${need.toLowerCase()}
        AND (${tool}::text IS NULL OR o."toolId" IN (SELECT t."id" FROM "Tool" t WHERE t."slug" = ${tool}))`;
    const changed = await writeLearned(tx);
    if (changed.length > 0) await writeSearch(tx, changed);
    return withdrawn;
  });
}

export type LearnedLine = { need: string; tool: string; capability: string | null; confirmations: number; learnedOn: string };

/** What was learned, by tool and need, for an operator to look at. */
export function listLearned({ prisma }: Database): Promise<LearnedLine[]> {
  return prisma.$queryRaw<LearnedLine[]>`
    SELECT l."text" AS "need", t."slug" AS "tool", c."name" AS "capability", l."confirmations", l."learnedOn"::text AS "learnedOn"
    FROM "LearnedNeed" l JOIN "Tool" t ON t."id" = l."toolId" LEFT JOIN "ToolCapability" c ON c."id" = l."capabilityId" ORDER BY t."slug", l."text"`;
}
