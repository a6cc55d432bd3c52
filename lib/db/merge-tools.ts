import type { Database } from './database';
import { importLock } from './import-catalog';
import { type Reading, wholeCatalogueTimeout } from './read-snapshot';
import { writeSnapshot } from './write-snapshot';

/** Why a merge cannot be made or undone, in a sentence for the operator. */
export class MergeRefusedError extends Error {
  override name = 'MergeRefusedError';
}

type Found = { id: string; slug: string; origin: string; state: string };

async function findOne(tx: Reading, name: string): Promise<Found> {
  const normal = name.trim().toLowerCase();
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT t."id", t."slug", t."origin", t."state" FROM "Tool" t
    WHERE t."slug" = ${normal} OR t."id" = ${normal} OR t."id" = (SELECT a."toolId" FROM "ToolAlias" a WHERE a."alias" = ${normal})
    ORDER BY t."slug" <> ${normal} LIMIT 1`;
  if (found === undefined) throw new MergeRefusedError(`No tool is called "${name}".`);
  return found;
}

function inSnapshot<Value>({ prisma }: Database, change: (tx: Reading) => Promise<Value>): Promise<Value> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
      const value = await change(tx);
      const current = await tx.currentSnapshot.findFirstOrThrow({ select: { snapshot: { select: { fingerprint: true } } } });
      await writeSnapshot(tx, current.snapshot.fingerprint, { facts: 'all', texts: [] });
      return value;
    },
    { timeout: wholeCatalogueTimeout },
  );
}

/**
 * Says that a tool which a source brought is another listed one: its address leads there from now on and its facts
 * count there. A tool with a record is merged in the records, where others can review it.
 */
export function mergeTools(
  database: Database,
  { from, into, reason }: { from: string; into: string; reason: string },
): Promise<{ from: string; into: string }> {
  return inSnapshot(database, async (tx) => {
    const [one, other] = [await findOne(tx, from), await findOne(tx, into)];
    if (one.id === other.id) throw new MergeRefusedError(`"${from}" and "${into}" are one tool already: ${one.slug}.`);
    if (one.origin === 'record')
      throw new MergeRefusedError(
        `${one.slug} has a record. Delete its file and add "${one.slug}" to the aliases of ${other.slug}, then run "npm run import".`,
      );
    if (other.state !== 'active') throw new MergeRefusedError(`${other.slug} is not listed any more; merge into a tool that is.`);
    await tx.$executeRaw`
      INSERT INTO "ToolMerge" ("fromId", "intoId", "reason") VALUES (${one.id}, ${other.id}, ${reason})
      ON CONFLICT ("fromId") DO UPDATE SET "intoId" = excluded."intoId", "reason" = excluded."reason", "decidedAt" = now()`;
    await tx.$executeRaw`UPDATE "Tool" SET "state" = 'merged', "mergedIntoId" = ${other.id} WHERE "id" = ${one.id}`;
    // What was merged into the one that goes now, goes along.
    await tx.$executeRaw`UPDATE "Tool" SET "mergedIntoId" = ${other.id} WHERE "mergedIntoId" = ${one.id}`;
    return { from: one.slug, into: other.slug };
  });
}

/** Takes a merge back: the tool is listed by itself again, with its own facts. */
export function undoMerge(database: Database, from: string): Promise<{ from: string }> {
  return inSnapshot(database, async (tx) => {
    const one = await findOne(tx, from);
    const undone = await tx.$executeRaw`DELETE FROM "ToolMerge" WHERE "fromId" = ${one.id}`;
    if (undone === 0) throw new MergeRefusedError(`Nobody has merged ${one.slug} by command.`);
    await tx.$executeRaw`UPDATE "Tool" SET "state" = 'active', "mergedIntoId" = NULL WHERE "id" = ${one.id}`;
    // Those that were merged into this one by their own decision come back with it.
    await tx.$executeRaw`UPDATE "Tool" t SET "mergedIntoId" = ${one.id} FROM "ToolMerge" m WHERE m."fromId" = t."id" AND m."intoId" = ${one.id}`;
    return { from: one.slug };
  });
}

export type Merge = { from: string; into: string; reason: string; decidedAt: string };

/** Every merge that a person decided, newest first. */
export function listMerges({ prisma }: Database): Promise<Merge[]> {
  return prisma.$queryRaw<Merge[]>`
    SELECT f."slug" AS "from", i."slug" AS "into", m."reason", to_char(m."decidedAt", 'YYYY-MM-DD') AS "decidedAt"
    FROM "ToolMerge" m JOIN "Tool" f ON f."id" = m."fromId" JOIN "Tool" i ON i."id" = m."intoId" ORDER BY m."decidedAt" DESC, f."slug"`;
}

/** Two listed tools that may be one, and what they share. */
export type DoubtfulJoin = { a: string; b: string; shared: 'name' | 'repository' | 'homepage'; value: string };

/**
 * Listed tools that look like one and the same: the same name in letters and digits within one kind, the same
 * repository, or the same homepage. Only a person can say whether they are; parts of one repository are not.
 */
export function listDoubtfulJoins({ prisma }: Database, limit: number): Promise<DoubtfulJoin[]> {
  return prisma.$queryRaw<DoubtfulJoin[]>`
    WITH keys AS (
      SELECT "id", "slug", "origin", 'repository' AS "shared", lower("repository") AS "value", '' AS "within" FROM "Tool" WHERE "state" = 'active' AND "repository" IS NOT NULL
      UNION ALL
      SELECT "id", "slug", "origin", 'name', regexp_replace(lower("name"), '[^[:alnum:]]+', '', 'g'), "kind" FROM "Tool" WHERE "state" = 'active'
      UNION ALL
      SELECT "id", "slug", "origin", 'homepage', rtrim(lower("homepage"), '/'), "kind" FROM "Tool" WHERE "state" = 'active' AND "homepage" ~ '^https://[^/]+/?$'
    )
    SELECT least(a."slug", b."slug") AS "a", greatest(a."slug", b."slug") AS "b", min(a."shared") AS "shared", min(a."value") AS "value"
    FROM keys a JOIN keys b ON b."shared" = a."shared" AND b."value" = a."value" AND b."within" = a."within" AND a."id" < b."id"
    WHERE a."value" <> '' GROUP BY 1, 2 ORDER BY bool_or(a."origin" = 'record' OR b."origin" = 'record') DESC, 1, 2 LIMIT ${limit}::int`;
}
