import { Prisma } from './generated/client';
import { type ListFilters, makeCondition } from './list-filters';
import { currentListings, type Listing, listingColumns } from './listing';
import type { Reading } from './read-snapshot';

/** A stretch of text; `hit` where it is what was searched for. */
export type Stretch = { text: string; hit: boolean };

export type FoundCapability = { key: string; name: string; description: string; headline: Stretch[] };

/** A tool that a search found, and the capability that fits best; null when only the tool's own text did. */
export type SearchResult = { listing: Listing; capability: FoundCapability | null };

/** Longer texts are cut: nobody types them, and each term costs time. */
const longestQuery = 300;

/** Control characters that no record holds mark the hits in a headline. */
const opens = '\u0001';
const closes = '\u0002';

type Row = Listing & { key: string | null; capabilityName: string | null; description: string | null; headline: string | null };

/**
 * Full-text search over active tools and their capabilities, best first: a tool of exactly this name or alias, then
 * what holds every word (quotes, OR and -word work as people expect), and when nothing does, what holds any.
 */
export async function searchTools(tx: Reading, query: string, filters: ListFilters, limit: number): Promise<SearchResult[]> {
  const text = query.trim().slice(0, longestQuery);
  if (text === '') return [];
  const rows = await tx.$queryRaw<Row[]>`
    WITH ${makeQueries(text)}, ${hits}, best AS (
      SELECT l.*, h."exact", h."score" FROM ${currentListings} JOIN hits h ON h."toolId" = l."toolId"
      WHERE ${makeCondition(filters)} AND (h."exact" OR h."whole" OR h."fallback")
      ORDER BY h."exact" DESC, h."score" DESC, l."slug" LIMIT ${limit}::int
    )
    SELECT ${listingColumns}, c."key", c."name" AS "capabilityName", c."description",
      ts_headline('english', c."description", q."loose", ${`StartSel=${opens}, StopSel=${closes}, HighlightAll=true`}) AS "headline"
    FROM best l CROSS JOIN queries q LEFT JOIN LATERAL (${bestCapability}) c ON true
    ORDER BY l."exact" DESC, l."score" DESC, l."slug"`;
  return rows.map(({ key, capabilityName, description, headline, ...listing }) => ({
    listing,
    capability:
      key === null || capabilityName === null || description === null
        ? null
        : { key, name: capabilityName, description, headline: splitHeadline(headline ?? description) },
  }));
}

/** `strict` is what the reader typed; `loose` any of its words. Without a word that counts, both are empty. */
function makeQueries(text: string): Prisma.Sql {
  return Prisma.sql`queries AS (
    SELECT ${text.toLowerCase()}::text AS "name", websearch_to_tsquery('english', ${text}) AS "strict",
      regexp_replace(plainto_tsquery('english', ${text})::text, '&|<[-0-9]+>', '|', 'g')::tsquery AS "loose"
  )`;
}

/** `fallback` is true where nothing holds every word and the reader excluded none. */
const hits = Prisma.sql`matches AS (
    SELECT s."toolId", s."document" @@ q."strict" AS "whole", ts_rank(s."document", q."loose", 1) AS "score",
      (t."slug" = q."name" OR lower(t."name") = q."name" OR EXISTS (SELECT 1 FROM "ToolAlias" a WHERE a."alias" = q."name" AND a."toolId" = t."id")) AS "exact"
    FROM queries q CROSS JOIN "ToolSearch" s JOIN "Tool" t ON t."id" = s."toolId"
    WHERE s."document" @@ q."strict" OR s."document" @@ q."loose" OR t."slug" = q."name" OR lower(t."name") = q."name"
      OR t."id" IN (SELECT a."toolId" FROM "ToolAlias" a WHERE a."alias" = q."name")
  ), hits AS (
    SELECT m.*, NOT EXISTS (SELECT 1 FROM matches WHERE "whole") AND strpos((SELECT "strict" FROM queries)::text, '!') = 0 AS "fallback" FROM matches m
  )`;

/** Of the tool `l`, by the queries `q`. */
const bestCapability = Prisma.sql`
  SELECT c."key", c."name", c."description"
  FROM "ToolCapability" c
  CROSS JOIN LATERAL (SELECT string_agg(need, ' ') AS "text" FROM jsonb_array_elements_text(c."needs") need) needs
  CROSS JOIN LATERAL (SELECT setweight(to_tsvector('english', c."name"), 'A') || setweight(to_tsvector('english', c."description" || ' ' || needs."text"), 'C') AS "text") document
  WHERE c."toolId" = l."toolId" AND c."withdrawnAt" IS NULL AND document."text" @@ q."loose"
  ORDER BY ts_rank(document."text", q."loose") DESC, c."position" LIMIT 1`;

function splitHeadline(headline: string): Stretch[] {
  return headline
    .split(opens)
    .flatMap((part, index) => {
      const [first = '', rest] = part.split(closes);
      return rest === undefined
        ? [{ text: first, hit: index > 0 }]
        : [
            { text: first, hit: true },
            { text: rest, hit: false },
          ];
    })
    .filter(({ text }) => text !== '');
}
