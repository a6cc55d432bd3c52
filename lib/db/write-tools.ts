import type { Catalogue } from '../catalog/check-records';
import { numberSlug } from '../catalog/slug';
import { Prisma } from './generated/client';
import type { ImportRows } from './import-rows';
import type { Reading } from './read-snapshot';
import { writeRows } from './write-rows';

/** What an import needs to know of a tool that is there already. */
export type StoredTool = { id: string; slug: string; state: string; recordHash: string };

export async function writeSources(tx: Reading, sources: Catalogue['sources']): Promise<void> {
  await writeRows(
    tx,
    sources,
    (json) => Prisma.sql`
    INSERT INTO "Source" AS s ("id", "title", "publisher", "address", "licence", "readOn", "kind", "shared")
    SELECT "id", "title", "publisher", "address", "licence", "readOn", "kind", "shared"
    FROM jsonb_to_recordset(${json}) AS r("id" text, "title" text, "publisher" text, "address" text, "licence" text, "readOn" date, "kind" text, "shared" boolean)
    ON CONFLICT ("id") DO UPDATE SET "title" = excluded."title", "publisher" = excluded."publisher", "address" = excluded."address",
      "licence" = excluded."licence", "readOn" = excluded."readOn", "kind" = excluded."kind", "shared" = excluded."shared"
    WHERE (s."title", s."publisher", s."address", s."licence", s."readOn", s."kind", s."shared")
      IS DISTINCT FROM (excluded."title", excluded."publisher", excluded."address", excluded."licence", excluded."readOn", excluded."kind", excluded."shared")`,
  );
}

/** A source counts as read on the day of the newest fact that an import took from it, when that is later than its record says. */
export async function moveReadingDays(tx: Reading): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Source" s SET "readOn" = f."newest"
    FROM (SELECT "sourceId", max("asOf") AS "newest" FROM "Fact" WHERE "origin" = 'source' AND "withdrawnAt" IS NULL GROUP BY "sourceId") f
    WHERE f."sourceId" = s."id" AND f."newest" > s."readOn"`;
}

export async function writeTools(tx: Reading, changed: readonly ImportRows[], stored: ReadonlyMap<string, StoredTool>): Promise<void> {
  const renamed = changed.flatMap(({ tool }) => (stored.has(tool.id) && stored.get(tool.id)?.slug !== tool.slug ? [tool.id] : []));
  // Out of the way first: two tools may have exchanged their slugs. No slug begins with "~".
  if (renamed.length > 0) await tx.$executeRaw`UPDATE "Tool" SET "slug" = '~' || "id" WHERE "id" = ANY(${renamed})`;
  await writeRows(
    tx,
    changed.map(({ tool }) => tool),
    (json) => Prisma.sql`
    INSERT INTO "Tool" ("id", "slug", "kind", "category", "name", "vendor", "summary", "pickFor", "describedFrom", "homepage", "repository", "recordHash", "origin")
    SELECT "id", "slug", "kind", "category", "name", "vendor", "summary", "pickFor", "describedFrom", "homepage", "repository", "recordHash", "origin"
    FROM jsonb_to_recordset(${json}) AS r("id" text, "slug" text, "kind" text, "category" text, "name" text, "vendor" text, "summary" text,
      "pickFor" text, "describedFrom" text, "homepage" text, "repository" text, "recordHash" text, "origin" text)
    ON CONFLICT ("id") DO UPDATE SET "slug" = excluded."slug", "kind" = excluded."kind", "category" = excluded."category", "name" = excluded."name",
      "vendor" = excluded."vendor", "summary" = excluded."summary", "pickFor" = excluded."pickFor", "describedFrom" = excluded."describedFrom",
      "homepage" = excluded."homepage", "repository" = excluded."repository", "recordHash" = excluded."recordHash", "origin" = excluded."origin",
      "state" = 'active', "mergedIntoId" = NULL`,
  );
}

/** The aliases of the records, and the former slug of every tool that was renamed. */
export async function writeAliases(
  tx: Reading,
  changed: readonly ImportRows[],
  stored: ReadonlyMap<string, StoredTool>,
  idOfSlug: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = changed.map(({ tool }) => tool.id);
  await tx.$executeRaw`DELETE FROM "ToolAlias" WHERE "toolId" = ANY(${ids}) AND "origin" = 'record'`;
  const formerSlugs = changed.flatMap(({ tool }) => {
    const former = stored.get(tool.id)?.slug;
    return former === undefined || idOfSlug.has(former) ? [] : [{ alias: former, toolId: tool.id, text: former, origin: 'old-slug' }];
  });
  const written = changed.flatMap(({ aliases }) => aliases.map((alias) => ({ ...alias, origin: 'record' })));
  await insertAliases(tx, formerSlugs);
  await insertAliases(tx, written);
  await tx.$executeRaw`DELETE FROM "ToolAlias" a USING "Tool" t WHERE a."origin" = 'old-slug' AND t."slug" = a."alias" AND t."state" = 'active'`;
}

/** Gives names to tools; a name that another tool had passes to the new one. */
export async function insertAliases(tx: Reading, rows: readonly { alias: string; toolId: string; text: string; origin: string }[]): Promise<void> {
  await writeRows(
    tx,
    [...new Map(rows.map((row) => [row.alias, row])).values()],
    (json) => Prisma.sql`
    INSERT INTO "ToolAlias" ("alias", "toolId", "text", "origin")
    SELECT "alias", "toolId", "text", "origin" FROM jsonb_to_recordset(${json}) AS r("alias" text, "toolId" text, "text" text, "origin" text)
    ON CONFLICT ("alias") DO UPDATE SET "toolId" = excluded."toolId", "text" = excluded."text", "origin" = excluded."origin"`,
  );
}

/**
 * Tools without a record: merged into the tool that a person decided on, or that now has their slug or id among its
 * aliases; else retired if they had a record, and left alone if a source brought them. Returns how many left with this import.
 */
export async function settleOthers(tx: Reading, ids: readonly string[]): Promise<number> {
  const gone = await tx.$queryRaw<{ was: string; is: string }[]>`
    WITH found AS (
      SELECT t."id", t."origin", t."state" AS "was", coalesce(
        (SELECT m."intoId" FROM "ToolMerge" m WHERE m."fromId" = t."id"),
        (SELECT a."toolId" FROM "ToolAlias" a WHERE a."alias" IN (t."slug", t."id") AND a."toolId" <> t."id" ORDER BY a."alias" <> t."slug" LIMIT 1)) AS "into"
      FROM "Tool" t WHERE NOT t."id" = ANY(${[...ids]})
    ), after AS (
      SELECT "id", "was", "into", CASE WHEN "into" IS NOT NULL THEN 'merged' WHEN "origin" = 'record' THEN 'retired' ELSE 'active' END AS "is" FROM found
    )
    UPDATE "Tool" t SET "state" = after."is", "mergedIntoId" = after."into"
    FROM after WHERE t."id" = after."id" AND (t."state", t."mergedIntoId") IS DISTINCT FROM (after."is", after."into")
    RETURNING after."was", after."is"`;
  return gone.filter(({ was, is }) => was === 'active' && is !== 'active').length;
}

/** A record takes the slug it asks for; a tool that a source brought under the same name gets another. */
export async function yieldSlugs(tx: Reading, wanted: ReadonlyMap<string, string>): Promise<void> {
  const held = await tx.$queryRaw<{ id: string; slug: string }[]>`
    SELECT "id", "slug" FROM "Tool" WHERE "origin" = 'source' AND "slug" = ANY(${[...wanted.keys()]})`;
  const yielding = held.filter(({ id, slug }) => wanted.get(slug) !== id);
  if (yielding.length === 0) return;
  const taken = new Set((await tx.$queryRaw<{ slug: string }[]>`SELECT "slug" FROM "Tool" UNION SELECT "alias" FROM "ToolAlias"`).map(({ slug }) => slug));
  for (const { id, slug } of yielding) {
    const free = numberSlug(slug, taken);
    taken.add(free);
    await tx.$executeRaw`UPDATE "Tool" SET "slug" = ${free} WHERE "id" = ${id}`;
  }
}
