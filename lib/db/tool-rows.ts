import type { Tool } from '../catalog/tool';
import type { Outcomes } from '../rank/rank';
import { Prisma } from './generated/client';
import type { Reading } from './read-snapshot';

export type ToolState = 'active' | 'retired' | 'merged';

/** A tool and its place in the catalogue. */
export type ToolRow = Tool & { state: ToolState };

/** Optional keys are left out rather than null, as in a record. What a source said of a tool that was merged counts for the one it became. */
const facts = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'key', f."key", 'signal', f."signal", 'value', f."value", 'notApplicable', f."notApplicable", 'conditions', f."conditions", 'interval', f."interval",
    'asOf', f."asOf", 'source', f."sourceId", 'address', f."address", 'method', f."method", 'note', f."note", 'corrects', f."corrects"
  )) ORDER BY f."seq"), '[]')
  FROM "Fact" f
  WHERE f."toolId" IN (SELECT t."id" UNION ALL SELECT m."id" FROM "Tool" m WHERE m."mergedIntoId" = t."id" AND m."origin" = 'source') AND f."withdrawnAt" IS NULL)`;

const capabilities = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'key', c."key", 'job', c."jobId", 'name', c."name", 'description', c."description", 'unique', c."unique", 'versus', c."versus",
    'inputs', c."inputs", 'outputs', c."outputs", 'limitations', c."limitations", 'needs', c."needs", 'evidence', c."evidence",
    'derivedFrom', c."derivedFrom"
  )) ORDER BY c."position"), '[]')
  FROM "ToolCapability" c WHERE c."toolId" = t."id" AND c."withdrawnAt" IS NULL)`;

const relations = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('type', r."type", 'tool', target."slug", 'reason', r."reason", 'evidence', r."evidence") ORDER BY r."position"), '[]')
  FROM "ToolRelation" r JOIN "Tool" target ON target."id" = r."targetId" WHERE r."toolId" = t."id")`;

const aliases = Prisma.sql`(SELECT coalesce(jsonb_agg(a."text" ORDER BY a."alias"), '[]') FROM "ToolAlias" a WHERE a."toolId" = t."id")`;

/** Whole tools, in one query; `which` is a condition on `t`, the tool. */
export function readToolRows(tx: Reading, which: Prisma.Sql): Promise<ToolRow[]> {
  return tx.$queryRaw<ToolRow[]>`
    SELECT t."id", t."slug", t."kind", t."category", t."name", t."vendor", t."summary", t."pickFor", t."describedFrom", t."homepage", t."repository", t."state",
      ${aliases} AS "aliases", ${facts} AS "facts", ${capabilities} AS "capabilities", ${relations} AS "relations"
    FROM "Tool" t WHERE ${which} ORDER BY t."id"`;
}

/** What a rank and a listing are made from: a tool without the texts of its capabilities, which are most of it. */
export type RankingRow = Pick<ToolRow, 'id' | 'slug' | 'kind' | 'category' | 'name' | 'vendor' | 'summary' | 'state' | 'facts'> & {
  capabilityKeys: string[];
  /** As last rolled up; zeros where nobody said anything. */
  outcomes: Outcomes;
};

/** Every tool that has a listing: all but the merged ones. */
export function readRankingRows(tx: Reading): Promise<RankingRow[]> {
  return tx.$queryRaw<RankingRow[]>`
    SELECT t."id", t."slug", t."kind", t."category", t."name", t."vendor", t."summary", t."state", ${facts} AS "facts",
      ARRAY(SELECT c."key" FROM "ToolCapability" c WHERE c."toolId" = t."id" AND c."withdrawnAt" IS NULL ORDER BY c."key" COLLATE "C") AS "capabilityKeys",
      jsonb_build_object('worked', coalesce(m."worked", 0), 'failed', coalesce(m."failed", 0)) AS "outcomes"
    FROM "Tool" t LEFT JOIN "MatchCount" m ON m."toolId" = t."id" WHERE t."state" <> 'merged' ORDER BY t."id"`;
}
