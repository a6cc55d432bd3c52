import type { Catalogue } from '../catalog/check-records';
import { makeBatches } from './batches';
import { Prisma } from './generated/client';
import { type ImportRows, makeRows, nameJob } from './import-rows';
import type { Reading } from './read-snapshot';
import { writeSearch } from './write-search';

type StoredTool = { id: string; slug: string; state: string; recordHash: string };

export type Changes = { added: number; changed: number; retired: number; unchanged: number };

/** A record wants the slug of a tool that left the records. */
export class SlugTakenError extends Error {
  override name = 'SlugTakenError';
}

/**
 * Brings tools, facts, capabilities, relations and sources to what the records say; a tool whose record did not
 * change is not touched. Nothing is deleted that something was learned about: tools retire, facts and
 * capabilities are withdrawn, and come back when their record says so again.
 */
export async function writeCatalogue(tx: Reading, { records, sources }: Catalogue): Promise<Changes> {
  const stored = new Map((await tx.$queryRaw<StoredTool[]>`SELECT "id", "slug", "state", "recordHash" FROM "Tool"`).map((tool) => [tool.id, tool]));
  const idOfSlug = new Map(records.map(({ id, slug }) => [slug, id]));
  refuseTakenSlugs([...stored.values()], idOfSlug, new Set(records.map(({ id }) => id)));
  const all = records.map((record) => makeRows(record, idOfSlug));
  const changed = all.filter(({ tool }) => stored.get(tool.id)?.recordHash !== tool.recordHash || stored.get(tool.id)?.state !== 'active');
  await writeSources(tx, sources);
  await writeTools(tx, changed, stored);
  await writeAliases(tx, changed, stored, idOfSlug);
  await writeFacts(tx, changed);
  await writeCapabilities(tx, changed);
  await writeRelations(tx, changed);
  const retired = await retireOthers(tx, all.map(({ tool }) => tool.id));
  await writeSearch(tx, changed.map(({ tool }) => tool.id));
  const added = changed.filter(({ tool }) => !stored.has(tool.id)).length;
  return { added, changed: changed.length - added, retired, unchanged: all.length - changed.length };
}

function refuseTakenSlugs(stored: readonly StoredTool[], idOfSlug: ReadonlyMap<string, string>, ids: ReadonlySet<string>): void {
  const taken = stored.filter(({ id, slug }) => idOfSlug.has(slug) && idOfSlug.get(slug) !== id && !ids.has(id));
  if (taken.length === 0) return;
  const lines = taken.map(({ id, slug }) => `  the slug "${slug}" belongs to the tool with the id "${id}", which has no record any more: give the new record this id if it is the same tool, else another slug`);
  throw new SlugTakenError(`Some slugs are taken:\n${lines.join('\n')}`);
}

/** Runs a statement once for each batch of rows; the statement reads them with jsonb_to_recordset. */
async function write(tx: Reading, rows: readonly object[], statement: (json: Prisma.Sql) => Prisma.Sql): Promise<void> {
  for (const batch of makeBatches(rows)) await tx.$executeRaw(statement(Prisma.sql`${batch}::jsonb`));
}

async function writeSources(tx: Reading, sources: Catalogue['sources']): Promise<void> {
  await write(tx, sources, (json) => Prisma.sql`
    INSERT INTO "Source" AS s ("id", "title", "publisher", "address", "licence", "readOn", "kind", "shared")
    SELECT "id", "title", "publisher", "address", "licence", "readOn", "kind", "shared"
    FROM jsonb_to_recordset(${json}) AS r("id" text, "title" text, "publisher" text, "address" text, "licence" text, "readOn" date, "kind" text, "shared" boolean)
    ON CONFLICT ("id") DO UPDATE SET "title" = excluded."title", "publisher" = excluded."publisher", "address" = excluded."address",
      "licence" = excluded."licence", "readOn" = excluded."readOn", "kind" = excluded."kind", "shared" = excluded."shared"
    WHERE (s."title", s."publisher", s."address", s."licence", s."readOn", s."kind", s."shared")
      IS DISTINCT FROM (excluded."title", excluded."publisher", excluded."address", excluded."licence", excluded."readOn", excluded."kind", excluded."shared")`);
}

async function writeTools(tx: Reading, changed: readonly ImportRows[], stored: ReadonlyMap<string, StoredTool>): Promise<void> {
  const renamed = changed.flatMap(({ tool }) => (stored.has(tool.id) && stored.get(tool.id)?.slug !== tool.slug ? [tool.id] : []));
  // Out of the way first: two tools may have exchanged their slugs. No slug begins with "~".
  if (renamed.length > 0) await tx.$executeRaw`UPDATE "Tool" SET "slug" = '~' || "id" WHERE "id" = ANY(${renamed})`;
  await write(tx, changed.map(({ tool }) => tool), (json) => Prisma.sql`
    INSERT INTO "Tool" ("id", "slug", "kind", "category", "name", "vendor", "summary", "pickFor", "describedFrom", "homepage", "repository", "recordHash")
    SELECT "id", "slug", "kind", "category", "name", "vendor", "summary", "pickFor", "describedFrom", "homepage", "repository", "recordHash"
    FROM jsonb_to_recordset(${json}) AS r("id" text, "slug" text, "kind" text, "category" text, "name" text, "vendor" text, "summary" text,
      "pickFor" text, "describedFrom" text, "homepage" text, "repository" text, "recordHash" text)
    ON CONFLICT ("id") DO UPDATE SET "slug" = excluded."slug", "kind" = excluded."kind", "category" = excluded."category", "name" = excluded."name",
      "vendor" = excluded."vendor", "summary" = excluded."summary", "pickFor" = excluded."pickFor", "describedFrom" = excluded."describedFrom",
      "homepage" = excluded."homepage", "repository" = excluded."repository", "recordHash" = excluded."recordHash", "state" = 'active', "mergedIntoId" = NULL`);
}

/** The aliases of the records, and the former slug of every tool that was renamed. */
async function writeAliases(tx: Reading, changed: readonly ImportRows[], stored: ReadonlyMap<string, StoredTool>, idOfSlug: ReadonlyMap<string, string>): Promise<void> {
  const ids = changed.map(({ tool }) => tool.id);
  await tx.$executeRaw`DELETE FROM "ToolAlias" WHERE "toolId" = ANY(${ids}) AND "origin" = 'record'`;
  const formerSlugs = changed.flatMap(({ tool }) => {
    const former = stored.get(tool.id)?.slug;
    return former === undefined || idOfSlug.has(former) ? [] : [{ alias: former, toolId: tool.id, text: former, origin: 'old-slug' }];
  });
  const written = changed.flatMap(({ aliases }) => aliases.map((alias) => ({ ...alias, origin: 'record' })));
  const insert = (rows: readonly object[]): Promise<void> => write(tx, rows, (json) => Prisma.sql`
    INSERT INTO "ToolAlias" ("alias", "toolId", "text", "origin")
    SELECT "alias", "toolId", "text", "origin" FROM jsonb_to_recordset(${json}) AS r("alias" text, "toolId" text, "text" text, "origin" text)
    ON CONFLICT ("alias") DO UPDATE SET "toolId" = excluded."toolId", "text" = excluded."text", "origin" = excluded."origin"`);
  await insert(formerSlugs);
  await insert(written);
  await tx.$executeRaw`DELETE FROM "ToolAlias" a USING "Tool" t WHERE a."origin" = 'old-slug' AND t."slug" = a."alias" AND t."state" = 'active'`;
}

async function writeFacts(tx: Reading, changed: readonly ImportRows[]): Promise<void> {
  const facts = changed.flatMap((rows) => rows.facts);
  await write(tx, facts, (json) => Prisma.sql`
    INSERT INTO "Fact" AS f ("key", "toolId", "signal", "value", "notApplicable", "conditions", "interval", "asOf", "sourceId", "address", "method", "note", "corrects")
    SELECT "key", "toolId", "signal", "value", "notApplicable", "conditions", "interval", "asOf", "sourceId", "address", "method", "note", "corrects"
    FROM jsonb_to_recordset(${json}) AS r("key" text, "toolId" text, "signal" text, "value" jsonb, "notApplicable" text, "conditions" jsonb, "interval" jsonb,
      "asOf" date, "sourceId" text, "address" text, "method" text, "note" text, "corrects" text)
    ON CONFLICT ("key") DO UPDATE SET "withdrawnAt" = NULL WHERE f."withdrawnAt" IS NOT NULL`);
  const ids = changed.map(({ tool }) => tool.id);
  const keys = facts.map(({ key }) => key);
  await tx.$executeRaw`UPDATE "Fact" SET "withdrawnAt" = now() WHERE "toolId" = ANY(${ids}) AND "withdrawnAt" IS NULL AND NOT "key" = ANY(${keys})`;
}

async function writeCapabilities(tx: Reading, changed: readonly ImportRows[]): Promise<void> {
  const claims = changed.flatMap(({ capabilities }) => capabilities);
  const jobs = [...new Set(claims.map(({ jobId }) => jobId))].map((id) => ({ id, name: nameJob(id) }));
  await write(tx, jobs, (json) => Prisma.sql`
    INSERT INTO "Capability" ("id", "name") SELECT "id", "name" FROM jsonb_to_recordset(${json}) AS r("id" text, "name" text) ON CONFLICT ("id") DO NOTHING`);
  await write(tx, claims, (json) => Prisma.sql`
    INSERT INTO "ToolCapability" ("id", "toolId", "key", "jobId", "position", "name", "description", "unique", "versus", "inputs", "outputs", "limitations", "needs", "evidence")
    SELECT "id", "toolId", "key", "jobId", "position", "name", "description", "unique", "versus", "inputs", "outputs", "limitations", "needs", "evidence"
    FROM jsonb_to_recordset(${json}) AS r("id" text, "toolId" text, "key" text, "jobId" text, "position" int, "name" text, "description" text, "unique" jsonb,
      "versus" jsonb, "inputs" jsonb, "outputs" jsonb, "limitations" jsonb, "needs" jsonb, "evidence" jsonb)
    ON CONFLICT ("id") DO UPDATE SET "jobId" = excluded."jobId", "position" = excluded."position", "name" = excluded."name", "description" = excluded."description",
      "unique" = excluded."unique", "versus" = excluded."versus", "inputs" = excluded."inputs", "outputs" = excluded."outputs",
      "limitations" = excluded."limitations", "needs" = excluded."needs", "evidence" = excluded."evidence", "withdrawnAt" = NULL`);
  const ids = changed.map(({ tool }) => tool.id);
  const kept = claims.map(({ id }) => id);
  await tx.$executeRaw`UPDATE "ToolCapability" SET "withdrawnAt" = now() WHERE "toolId" = ANY(${ids}) AND "withdrawnAt" IS NULL AND NOT "id" = ANY(${kept})`;
}

async function writeRelations(tx: Reading, changed: readonly ImportRows[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "ToolRelation" WHERE "toolId" = ANY(${changed.map(({ tool }) => tool.id)})`;
  await write(tx, changed.flatMap(({ relations }) => relations), (json) => Prisma.sql`
    INSERT INTO "ToolRelation" ("toolId", "type", "targetId", "position", "reason", "evidence")
    SELECT "toolId", "type", "targetId", "position", "reason", "evidence"
    FROM jsonb_to_recordset(${json}) AS r("toolId" text, "type" text, "targetId" text, "position" int, "reason" text, "evidence" jsonb)`);
}

/**
 * Tools without a record: merged into the tool that now has their slug or id among its aliases, else retired.
 * Returns how many left with this import.
 */
async function retireOthers(tx: Reading, ids: readonly string[]): Promise<number> {
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
