import { Prisma } from './generated/client';
import { currentListings, type Listing, listingColumns } from './listing';
import type { Reading } from './read-snapshot';

/** Below this likeness of trigrams a name is not "near". */
const nearEnough = 0.2;

/** Longer texts are no name, and cost time. */
const longestName = 120;

const tidy = (text: string): string => text.trim().toLowerCase().slice(0, longestName);

/** The active tools whose slug, name or an alias is most like one of these names, nearest first: "did you mean". */
export function findNearest(tx: Reading, names: readonly string[], limit: number): Promise<Listing[]> {
  const asked = names.map(tidy).filter((name) => name !== '');
  if (asked.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<Listing[]>`
    WITH near AS (
      SELECT t."id", max(greatest(similarity(t."slug", n), similarity(lower(t."name"), n), a."likeness")) AS "likeness"
      FROM "Tool" t CROSS JOIN unnest(${asked}::text[]) n
      LEFT JOIN LATERAL (SELECT max(similarity(a."alias", n)) AS "likeness" FROM "ToolAlias" a WHERE a."toolId" = t."id") a ON true
      WHERE t."state" = 'active' GROUP BY t."id"
    )
    SELECT ${listingColumns} FROM ${currentListings} JOIN near ON near."id" = l."toolId"
    WHERE near."likeness" >= ${nearEnough} ORDER BY near."likeness" DESC, l."slug" LIMIT ${limit}::int`;
}

/** A line of the type-ahead. `alias` is set when the tool was found by it rather than by its name or vendor. */
export type NameSuggestion = Pick<Listing, 'slug' | 'name' | 'vendor' | 'kind' | 'category'> & { alias: string | null };

/**
 * Tools for what was typed so far: the name or slug begins with it, then a later word of the name, then an alias,
 * then the vendor; what is merely like it fills the rest. Higher ranks first within each.
 */
export function suggestNames(tx: Reading, typed: string, limit: number): Promise<NameSuggestion[]> {
  const text = tidy(typed);
  if (text === '') return Promise.resolve([]);
  const tier = Prisma.sql`CASE
    WHEN starts_with(lower(l."name"), ${text}) OR starts_with(l."slug", ${text}) THEN 0
    WHEN strpos(lower(l."name"), ' ' || ${text}) > 0 OR strpos(l."slug", '-' || ${text}) > 0 THEN 1
    WHEN a."text" IS NOT NULL THEN 2
    WHEN starts_with(lower(l."vendor"), ${text}) THEN 3
    WHEN greatest(similarity(lower(l."name"), ${text}), word_similarity(${text}, lower(l."name"))) >= 0.4 THEN 4
  END`;
  return tx.$queryRaw<NameSuggestion[]>`
    SELECT "slug", "name", "vendor", "kind", "category", CASE WHEN "tier" = 2 THEN "alias" END AS "alias"
    FROM (
      SELECT l."slug", l."name", l."vendor", l."kind", l."category", l."ranked", l."total", a."text" AS "alias", ${tier} AS "tier"
      FROM ${currentListings}
      LEFT JOIN LATERAL (
        SELECT min(a."text") AS "text" FROM "ToolAlias" a
        WHERE a."toolId" = l."toolId" AND (starts_with(a."alias", ${text}) OR strpos(a."alias", '/' || ${text}) > 0 OR strpos(a."alias", ':' || ${text}) > 0)
      ) a ON true
      WHERE l."state" = 'active'
    ) found
    WHERE "tier" IS NOT NULL ORDER BY "tier", "ranked" DESC, "total" DESC, "slug" LIMIT ${limit}::int`;
}
