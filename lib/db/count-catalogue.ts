import type { Kind } from '../catalog/kinds';
import type { Reading } from './read-snapshot';

export type KindCount = { kind: Kind; tools: number; ranked: number; facts: number };
export type CategoryCount = { category: string; tools: number };

export type CatalogueCounts = {
  kinds: KindCount[];
  /** By name; those with the fewest tools first. */
  categories: CategoryCount[];
  /** Models: how many have a price of any sort, a day of release, a benchmark, the first two, all three. */
  models: { tools: number; priced: number; dated: number; benchmarked: number; pricedAndDated: number; complete: number };
  /** Tools by how their capabilities came to be, and those that have none. */
  capabilities: { written: number; derived: number; none: number; claims: number };
  sources: { total: number; facts: number };
  aliases: number;
};

/** What is listed now, counted from the database: active tools and facts that were not withdrawn. */
export async function countCatalogue(tx: Reading): Promise<CatalogueCounts> {
  const kinds = await tx.$queryRaw<KindCount[]>`
    SELECT t."kind", count(*)::int AS "tools", count(*) FILTER (WHERE l."ranked")::int AS "ranked", coalesce(sum(f.n), 0)::int AS "facts"
    FROM "Tool" t JOIN "CurrentSnapshot" c ON true JOIN "Listing" l ON l."snapshotId" = c."snapshotId" AND l."toolId" = t."id"
    LEFT JOIN (SELECT "toolId", count(*) AS n FROM "Fact" WHERE "withdrawnAt" IS NULL GROUP BY 1) f ON f."toolId" = t."id"
    WHERE t."state" = 'active' GROUP BY 1 ORDER BY 1`;
  const categories = await tx.$queryRaw<CategoryCount[]>`
    SELECT "category", count(*)::int AS "tools" FROM "Tool" WHERE "state" = 'active' GROUP BY 1 ORDER BY 2, 1`;
  const [models] = await tx.$queryRaw<CatalogueCounts['models'][]>`
    WITH m AS (
      SELECT t."id",
        bool_or(f."signal" LIKE 'price-%' AND f."value" IS NOT NULL) AS "priced",
        bool_or(f."signal" = 'released') AS "dated",
        bool_or(f."signal" LIKE 'aa-%' OR f."signal" LIKE 'mteb-%' OR f."conditions" ? 'benchmark' OR f."signal" IN ('lmarena-text', 'gpqa-diamond', 'aider-polyglot')) AS "benchmarked"
      FROM "Tool" t LEFT JOIN "Fact" f ON f."toolId" = t."id" AND f."withdrawnAt" IS NULL WHERE t."kind" = 'model' AND t."state" = 'active' GROUP BY 1
    )
    SELECT count(*)::int AS "tools", count(*) FILTER (WHERE "priced")::int AS "priced", count(*) FILTER (WHERE "dated")::int AS "dated",
      count(*) FILTER (WHERE "benchmarked")::int AS "benchmarked", count(*) FILTER (WHERE "priced" AND "dated")::int AS "pricedAndDated",
      count(*) FILTER (WHERE "priced" AND "dated" AND "benchmarked")::int AS "complete" FROM m`;
  const [capabilities] = await tx.$queryRaw<CatalogueCounts['capabilities'][]>`
    WITH c AS (
      SELECT t."id", count(c."id") AS "claims", count(c."id") FILTER (WHERE c."derivedFrom" IS NULL) AS "written"
      FROM "Tool" t LEFT JOIN "ToolCapability" c ON c."toolId" = t."id" AND c."withdrawnAt" IS NULL WHERE t."state" = 'active' GROUP BY 1
    )
    SELECT count(*) FILTER (WHERE "written" > 0)::int AS "written", count(*) FILTER (WHERE "claims" > 0 AND "written" = 0)::int AS "derived",
      count(*) FILTER (WHERE "claims" = 0)::int AS "none", coalesce(sum("claims"), 0)::int AS "claims" FROM c`;
  const [totals] = await tx.$queryRaw<{ sources: number; facts: number; aliases: number }[]>`
    SELECT (SELECT count(*)::int FROM "Source") AS "sources", (SELECT count(*)::int FROM "Fact" WHERE "withdrawnAt" IS NULL) AS "facts",
      (SELECT count(*)::int FROM "ToolAlias") AS "aliases"`;
  if (!models || !capabilities || !totals) throw new Error('A count without a group gave no row.');
  return { kinds, categories, models, capabilities, sources: { total: totals.sources, facts: totals.facts }, aliases: totals.aliases };
}
