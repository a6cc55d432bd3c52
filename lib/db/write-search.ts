import type { Reading } from './read-snapshot';

/**
 * Fills the search rows of these tools and removes those of tools that are no longer active. Names are indexed a
 * second time with their punctuation taken out, since "llama.cpp" is one word to the parser.
 */
export async function writeSearch(tx: Reading, toolIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "ToolSearch" s USING "Tool" t WHERE t."id" = s."toolId" AND t."state" <> 'active'`;
  await tx.$executeRaw`
    INSERT INTO "ToolSearch" ("toolId", "document")
    SELECT t."id",
      setweight(to_tsvector('english', concat_ws(' ', n."names", regexp_replace(n."names", '[^[:alnum:]]+', ' ', 'g'))), 'A')
      || setweight(to_tsvector('english', concat_ws(' ', t."summary", t."pickFor", c."names")), 'B')
      || setweight(to_tsvector('english', concat_ws(' ', c."texts")), 'C')
    FROM "Tool" t
    CROSS JOIN LATERAL (
      SELECT concat_ws(' ', t."name", t."slug", t."vendor", string_agg(a."text", ' ' ORDER BY a."alias")) AS "names" FROM "ToolAlias" a WHERE a."toolId" = t."id"
    ) n
    CROSS JOIN LATERAL (
      SELECT string_agg(c."name", ' ' ORDER BY c."position") AS "names",
        string_agg(c."description" || ' ' || (SELECT string_agg(need, ' ') FROM jsonb_array_elements_text(c."needs") need), ' ' ORDER BY c."position") AS "texts"
      FROM "ToolCapability" c WHERE c."toolId" = t."id" AND c."withdrawnAt" IS NULL
    ) c
    WHERE t."id" = ANY(${[...toolIds]})
    ON CONFLICT ("toolId") DO UPDATE SET "document" = excluded."document"`;
}
