import type { Catalogue } from '../catalog/check-records';
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

export async function writeTools(tx: Reading, changed: readonly ImportRows[], stored: ReadonlyMap<string, StoredTool>): Promise<void> {
  const renamed = changed.flatMap(({ tool }) => (stored.has(tool.id) && stored.get(tool.id)?.slug !== tool.slug ? [tool.id] : []));
  // Out of the way first: two tools may have exchanged their slugs. No slug begins with "~".
  if (renamed.length > 0) await tx.$executeRaw`UPDATE "Tool" SET "slug" = '~' || "id" WHERE "id" = ANY(${renamed})`;
  await writeRows(
    tx,
    changed.map(({ tool }) => tool),
    (json) => Prisma.sql`
    INSERT INTO "Tool" ("id", "slug", "kind", "category", "name", "vendor", "summary", "pickFor", "describedFrom", "homepage", "repository", "recordHash")
    SELECT "id", "slug", "kind", "category", "name", "vendor", "summary", "pickFor", "describedFrom", "homepage", "repository", "recordHash"
    FROM jsonb_to_recordset(${json}) AS r("id" text, "slug" text, "kind" text, "category" text, "name" text, "vendor" text, "summary" text,
      "pickFor" text, "describedFrom" text, "homepage" text, "repository" text, "recordHash" text)
    ON CONFLICT ("id") DO UPDATE SET "slug" = excluded."slug", "kind" = excluded."kind", "category" = excluded."category", "name" = excluded."name",
      "vendor" = excluded."vendor", "summary" = excluded."summary", "pickFor" = excluded."pickFor", "describedFrom" = excluded."describedFrom",
      "homepage" = excluded."homepage", "repository" = excluded."repository", "recordHash" = excluded."recordHash", "state" = 'active', "mergedIntoId" = NULL`,
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
  const insert = (rows: readonly object[]): Promise<number> =>
    writeRows(
      tx,
      rows,
      (json) => Prisma.sql`
    INSERT INTO "ToolAlias" ("alias", "toolId", "text", "origin")
    SELECT "alias", "toolId", "text", "origin" FROM jsonb_to_recordset(${json}) AS r("alias" text, "toolId" text, "text" text, "origin" text)
    ON CONFLICT ("alias") DO UPDATE SET "toolId" = excluded."toolId", "text" = excluded."text", "origin" = excluded."origin"`,
    );
  await insert(formerSlugs);
  await insert(written);
  await tx.$executeRaw`DELETE FROM "ToolAlias" a USING "Tool" t WHERE a."origin" = 'old-slug' AND t."slug" = a."alias" AND t."state" = 'active'`;
}

/**
 * Tools without a record: merged into the tool that now has their slug or id among its aliases, else retired.
 * Returns how many left with this import.
 */
export async function retireOthers(tx: Reading, ids: readonly string[]): Promise<number> {
  const gone = await tx.$queryRaw<{ was: string }[]>`
    WITH after AS (
      SELECT t."id", t."state" AS "was",
        (SELECT a."toolId" FROM "ToolAlias" a WHERE a."alias" IN (t."slug", t."id") AND a."toolId" <> t."id" ORDER BY a."alias" <> t."slug" LIMIT 1) AS "into"
      FROM "Tool" t WHERE NOT t."id" = ANY(${[...ids]})
    )
    UPDATE "Tool" t SET "state" = CASE WHEN after."into" IS NULL THEN 'retired' ELSE 'merged' END, "mergedIntoId" = after."into"
    FROM after WHERE t."id" = after."id" AND (t."state", t."mergedIntoId") IS DISTINCT FROM (CASE WHEN after."into" IS NULL THEN 'retired' ELSE 'merged' END, after."into")
    RETURNING after."was"`;
  return gone.filter(({ was }) => was === 'active').length;
}
