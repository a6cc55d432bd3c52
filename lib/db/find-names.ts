import { Prisma } from './generated/client';
import { currentListings, type Listing, listingColumns } from './listing';
import type { Reading } from './read-snapshot';

/** Below this likeness of trigrams a name is not "near". */
const nearEnough = 0.2;

/** Longer texts are no name, and cost time. */
const longestName = 120;

const tidy = (text: string): string => text.trim().toLowerCase().slice(0, longestName);

/** The active tools whose slug, name or an alias is most like one of these names, nearest first: "did you mean". */
export async function findNearest(tx: Reading, names: readonly string[], limit: number): Promise<Listing[]> {
  const asked = names.map(tidy).filter((name) => name !== '');
  if (asked.length === 0) return [];
  // The index knows the operator alone, and the operator takes its threshold from here.
  await tx.$queryRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(nearEnough)}, true)`;
  return tx.$queryRaw<Listing[]>`
    WITH named AS (SELECT unnest(${asked}::text[]) AS "n"), near AS (
      SELECT t."id", similarity(t."slug", "n") AS "likeness" FROM named JOIN "Tool" t ON t."slug" % "n"
      UNION ALL SELECT t."id", similarity(t."name", "n") FROM named JOIN "Tool" t ON t."name" % "n"
      UNION ALL SELECT a."toolId", similarity(a."alias", "n") FROM named JOIN "ToolAlias" a ON a."alias" % "n"
    ), nearest AS (
      SELECT "id", max("likeness") AS "likeness" FROM near GROUP BY "id"
    )
    SELECT ${listingColumns} FROM ${currentListings} JOIN nearest n ON n."id" = l."toolId"
    WHERE l."state" = 'active' ORDER BY n."likeness" DESC, l."slug" LIMIT ${limit}::int`;
}

/** A line of the type-ahead. `alias` is set when the tool was found by it rather than by its name or vendor. */
export type NameSuggestion = Pick<Listing, 'slug' | 'name' | 'vendor' | 'kind' | 'category'> & { alias: string | null };

/** A literal text as part of a LIKE pattern. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Of the tools that are merely like what was typed, a name needs this much of it. */
const likeEnough = 0.4;

/** A text of so few characters begins a good part of all names. */
const shortBeginning = 2;

type Suggested = NameSuggestion & { found: string };

const columns = Prisma.sql`l."slug", l."name", l."vendor", l."kind", l."category"`;

/**
 * Tools for what was typed so far: the name or slug begins with it, then a later word of the name, then an alias,
 * then the vendor; what is merely like it fills the rest. Higher ranks first within each. Every condition is one that an
 * index of trigrams answers, so that the time grows with what is found and not with the catalogue.
 */
export async function suggestNames(tx: Reading, typed: string, limit: number): Promise<NameSuggestion[]> {
  const text = tidy(typed);
  if (text === '') return [];
  if (text.length <= shortBeginning) {
    const best = await findFirstLetters(tx, text, limit);
    if (best.length === limit) return best;
  }
  const named = await findNamed(tx, text, limit);
  const like = named.length < limit ? await findLike(tx, text, { besides: named.map(({ found }) => found), limit: limit - named.length }) : [];
  return [...named, ...like].map(({ found: _found, ...suggestion }) => suggestion);
}

/** One or two letters begin so many names that the best of them stand at the top of the ranking, where this stops early. */
function findFirstLetters(tx: Reading, text: string, limit: number): Promise<NameSuggestion[]> {
  return tx.$queryRaw<NameSuggestion[]>`
    SELECT ${columns}, NULL AS "alias" FROM "Listing" l
    WHERE l."snapshotId" = (SELECT cs."snapshotId" FROM "CurrentSnapshot" cs) AND l."state" = 'active' AND l."ranked"
      AND (starts_with(lower(l."name"), ${text}) OR starts_with(l."slug", ${text}))
    ORDER BY l."total" DESC, l."slug" LIMIT ${limit}::int`;
}

function findNamed(tx: Reading, text: string, limit: number): Promise<Suggested[]> {
  const start = literal(text);
  return tx.$queryRaw<Suggested[]>`
    WITH near AS (
      SELECT t."id", NULL::text AS "alias" FROM "Tool" t
      WHERE t."name" ILIKE ${`${start}%`} OR t."name" ILIKE ${`% ${start}%`} OR t."slug" LIKE ${`${start}%`} OR t."slug" LIKE ${`%-${start}%`} OR t."vendor" ILIKE ${`${start}%`}
      UNION ALL
      SELECT a."toolId", a."text" FROM "ToolAlias" a
      WHERE a."alias" LIKE ${`${start}%`} OR a."alias" LIKE ${`%/${start}%`} OR a."alias" LIKE ${`%:${start}%`}
    ), found AS (
      SELECT "id", min("alias") AS "alias" FROM near GROUP BY "id"
    ), placed AS (
      SELECT ${columns}, l."toolId" AS "found", l."ranked", l."total", f."alias", CASE
        WHEN starts_with(lower(l."name"), ${text}) OR starts_with(l."slug", ${text}) THEN 0
        WHEN strpos(lower(l."name"), ' ' || ${text}) > 0 OR strpos(l."slug", '-' || ${text}) > 0 THEN 1
        WHEN f."alias" IS NOT NULL THEN 2
        ELSE 3 END AS "tier"
      FROM ${currentListings} JOIN found f ON f."id" = l."toolId" WHERE l."state" = 'active'
    )
    SELECT "slug", "name", "vendor", "kind", "category", CASE WHEN "tier" = 2 THEN "alias" END AS "alias", "found"
    FROM placed ORDER BY "tier", "ranked" DESC, "total" DESC, "slug" LIMIT ${limit}::int`;
}

async function findLike(tx: Reading, text: string, { besides, limit }: { besides: readonly string[]; limit: number }): Promise<Suggested[]> {
  // The index knows the operator alone, and the operator takes its threshold from here.
  await tx.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(likeEnough)}, true)`;
  return tx.$queryRaw<Suggested[]>`
    WITH near AS (SELECT t."id" FROM "Tool" t WHERE ${text} <% t."name" AND NOT t."id" = ANY(${[...besides]}))
    SELECT ${columns}, NULL AS "alias", l."toolId" AS "found" FROM ${currentListings} JOIN near ON near."id" = l."toolId"
    WHERE l."state" = 'active' ORDER BY l."ranked" DESC, l."total" DESC, l."slug" LIMIT ${limit}::int`;
}
