import type { Source } from '../catalog/record';
import type { Sources } from '../catalog/tool';
import { Prisma } from './generated/client';
import type { Reading } from './read-snapshot';

const sourceColumns = Prisma.sql`s."id", s."title", s."publisher", s."address", s."licence", s."readOn"::text AS "readOn", s."kind"`;

/** Sources by id; an id that nothing has is absent. */
export async function findSources(tx: Reading, ids: readonly string[]): Promise<Sources> {
  const sources = await tx.$queryRaw<Source[]>`SELECT ${sourceColumns} FROM "Source" s WHERE s."id" = ANY(${[...new Set(ids)]}) ORDER BY s."id"`;
  return Object.fromEntries(sources.map((source) => [source.id, source]));
}

/** `facts` of `tools` rest on the source now; shared: from sources.json rather than one record's own. */
export type CountedSource = Source & { shared: boolean; facts: number; tools: number };

/** Every source of the catalogue: the shared ones first, then by how many facts rest on each. One that nothing uses any more is left out. */
export function listSourcesWithCounts(tx: Reading): Promise<CountedSource[]> {
  return tx.$queryRaw<CountedSource[]>`
    WITH used AS (
      SELECT f."sourceId", count(*)::int AS "facts", count(DISTINCT f."toolId")::int AS "tools"
      FROM "Fact" f JOIN "Tool" t ON t."id" = f."toolId" WHERE f."withdrawnAt" IS NULL AND t."state" = 'active' GROUP BY 1
    ), cited AS (
      SELECT DISTINCT place #>> '{}' AS "sourceId"
      FROM "ToolCapability" c JOIN "Tool" t ON t."id" = c."toolId" AND t."state" = 'active',
        jsonb_path_query(jsonb_build_array(c."evidence", c."unique", c."versus"), '$.**.source') place
      WHERE c."withdrawnAt" IS NULL
    )
    SELECT ${sourceColumns}, s."shared", coalesce(u."facts", 0) AS "facts", coalesce(u."tools", 0) AS "tools"
    FROM "Source" s LEFT JOIN used u ON u."sourceId" = s."id"
    WHERE u."facts" > 0 OR s."shared" OR s."id" IN (SELECT "sourceId" FROM cited)
    ORDER BY s."shared" DESC, 9 DESC, s."id"`;
}
