import { Prisma } from './generated/client';
import { type ImportRows, nameJob } from './import-rows';
import type { Reading } from './read-snapshot';
import { writeRows } from './write-rows';

type FactRow = ImportRows['facts'][number];
type CapabilityRow = ImportRows['capabilities'][number];

/** Appends facts and returns how many are new, or back. One that is there already stays whose it is. */
export function insertFacts(tx: Reading, facts: readonly FactRow[], origin: 'record' | 'source'): Promise<number> {
  return writeRows(
    tx,
    facts,
    (json) => Prisma.sql`
    INSERT INTO "Fact" AS f
      ("key", "toolId", "signal", "value", "notApplicable", "conditions", "interval", "asOf", "sourceId", "address", "method", "note", "corrects", "origin")
    SELECT "key", "toolId", "signal", "value", "notApplicable", "conditions", "interval", "asOf", "sourceId", "address", "method", "note", "corrects", ${origin}
    FROM jsonb_to_recordset(${json}) AS r("key" text, "toolId" text, "signal" text, "value" jsonb, "notApplicable" text, "conditions" jsonb, "interval" jsonb,
      "asOf" date, "sourceId" text, "address" text, "method" text, "note" text, "corrects" text)
    ON CONFLICT ("key") DO UPDATE SET "withdrawnAt" = NULL, "origin" = CASE WHEN f."withdrawnAt" IS NULL THEN f."origin" ELSE excluded."origin" END
    WHERE f."withdrawnAt" IS NOT NULL`,
  );
}

/** Facts are appended; one that left its record is withdrawn, and one that came back is not any more. */
export async function writeFacts(tx: Reading, changed: readonly ImportRows[]): Promise<void> {
  const facts = changed.flatMap((rows) => rows.facts);
  await insertFacts(tx, facts, 'record');
  const ids = changed.map(({ tool }) => tool.id);
  const keys = facts.map(({ key }) => key);
  await tx.$executeRaw`
    UPDATE "Fact" SET "withdrawnAt" = now()
    WHERE "toolId" = ANY(${ids}) AND "origin" = 'record' AND "withdrawnAt" IS NULL AND NOT "key" = ANY(${keys})`;
}

/**
 * Brings the capabilities of tools to these. They keep their id through a rewording; the job nodes they share are made
 * on first use, and those that are no longer among them are withdrawn.
 */
export async function writeCapabilities(tx: Reading, ids: readonly string[], claims: readonly CapabilityRow[]): Promise<void> {
  const jobs = [...new Set(claims.map(({ jobId }) => jobId))].map((id) => ({ id, name: nameJob(id) }));
  await writeRows(
    tx,
    jobs,
    (json) => Prisma.sql`
    INSERT INTO "Capability" ("id", "name") SELECT "id", "name" FROM jsonb_to_recordset(${json}) AS r("id" text, "name" text) ON CONFLICT ("id") DO NOTHING`,
  );
  await writeRows(
    tx,
    claims,
    (json) => Prisma.sql`
    INSERT INTO "ToolCapability" ("id", "toolId", "key", "jobId", "position", "name", "description", "unique", "versus", "inputs", "outputs", "limitations", "needs", "evidence", "derivedFrom")
    SELECT "id", "toolId", "key", "jobId", "position", "name", "description", "unique", "versus", "inputs", "outputs", "limitations", "needs", "evidence", "derivedFrom"
    FROM jsonb_to_recordset(${json}) AS r("id" text, "toolId" text, "key" text, "jobId" text, "position" int, "name" text, "description" text, "unique" jsonb,
      "versus" jsonb, "inputs" jsonb, "outputs" jsonb, "limitations" jsonb, "needs" jsonb, "evidence" jsonb, "derivedFrom" jsonb)
    ON CONFLICT ("id") DO UPDATE SET "jobId" = excluded."jobId", "position" = excluded."position", "name" = excluded."name", "description" = excluded."description",
      "unique" = excluded."unique", "versus" = excluded."versus", "inputs" = excluded."inputs", "outputs" = excluded."outputs",
      "limitations" = excluded."limitations", "needs" = excluded."needs", "evidence" = excluded."evidence",
      "derivedFrom" = excluded."derivedFrom", "withdrawnAt" = NULL`,
  );
  const kept = claims.map(({ id }) => id);
  await tx.$executeRaw`UPDATE "ToolCapability" SET "withdrawnAt" = now() WHERE "toolId" = ANY(${[...ids]}) AND "withdrawnAt" IS NULL AND NOT "id" = ANY(${kept})`;
}

/** Counts for each job the active tools that claim it. */
export async function writeJobCounts(tx: Reading): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Capability" j SET "tools" = n."tools" FROM (
      SELECT j."id", count(DISTINCT t."id")::int AS "tools" FROM "Capability" j LEFT JOIN "ToolCapability" c ON c."jobId" = j."id" AND c."withdrawnAt" IS NULL
      LEFT JOIN "Tool" t ON t."id" = c."toolId" AND t."state" = 'active' GROUP BY j."id"
    ) n WHERE n."id" = j."id" AND n."tools" <> j."tools"`;
}

export async function writeRelations(tx: Reading, changed: readonly ImportRows[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "ToolRelation" WHERE "toolId" = ANY(${changed.map(({ tool }) => tool.id)})`;
  await writeRows(
    tx,
    changed.flatMap(({ relations }) => relations),
    (json) => Prisma.sql`
    INSERT INTO "ToolRelation" ("toolId", "type", "targetId", "position", "reason", "evidence")
    SELECT "toolId", "type", "targetId", "position", "reason", "evidence"
    FROM jsonb_to_recordset(${json}) AS r("toolId" text, "type" text, "targetId" text, "position" int, "reason" text, "evidence" jsonb)`,
  );
}
