import { judgeFit, type WordWeight } from '../match/judge-fit';
import type { NeedTerm, WeighedNeed } from '../match/weigh-need';
import { type ListFilters, makeCondition } from './list-filters';
import { currentListings, type Listing, listingColumns } from './listing';
import type { Reading } from './read-snapshot';

/**
 * Postings that may nominate a tool. Where a need has more, its most common words only add to the score of the tools
 * that its rarer words nominate: the time of a search has a bound, however common its words are.
 */
const nominating = 15_000;
/** Nominated tools whose score is completed. */
const nominated = 60;

export type Scored = {
  toolId: string;
  listing: Listing;
  /** True for a tool of exactly this slug, name or alias. */
  exact: boolean;
  score: number;
  /** 0–1: how much of the need the tool's text answers. */
  fit: number;
  /** What each word of the need gave; adds up to the score. */
  words: WordWeight[];
};

type Row = Listing & { toolId: string; exact: boolean; score: number; given: { term: number; weight: number }[] };

type Asked = {
  /** What was typed, in lower case: it may be a name. */
  name: string;
  need: WeighedNeed;
  /** How many tools have each term. */
  counts: ReadonlyMap<number, number>;
  /** Terms that a tool must not have. */
  without: readonly number[];
  filters: ListFilters;
  limit: number;
};

/** Six decimals: below what matters, and the same wherever sums are added up in another order. */
const tidy = (weight: number): number => Math.round(weight * 1e6) / 1e6;

/** Rare terms first, until there are enough tools; at least one. */
function splitTerms(terms: readonly NeedTerm[], counts: ReadonlyMap<number, number>): { first: boolean; term: NeedTerm }[] {
  const byRarity = [...terms].sort((a, b) => (counts.get(a.termId) ?? 0) - (counts.get(b.termId) ?? 0) || a.termId - b.termId);
  let sum = 0;
  return byRarity.map((term, index) => {
    sum += counts.get(term.termId) ?? 0;
    return { term, first: index === 0 || sum <= nominating };
  });
}

/** The tools that fit a weighed need best, those of exactly this name before all others. Equal scores go by slug. */
export async function scoreTools(tx: Reading, { name, need, counts, without, filters, limit }: Asked): Promise<Scored[]> {
  const split = splitTerms(need.terms, counts);
  const ids = split.map(({ term }) => term.termId);
  const weights = split.map(({ term }) => term.weight);
  const firsts = split.map(({ first }) => first);
  const isNarrowed = Object.values(filters).some((value) => value !== null && value !== undefined) || without.length > 0;
  const rows = await tx.$queryRaw<Row[]>`
    WITH terms AS MATERIALIZED (
      SELECT * FROM unnest(${ids}::int[], ${weights}::float8[], ${firsts}::boolean[]) AS q("id", "weight", "first")
    ), named AS (
      SELECT t."id" AS "toolId" FROM "Tool" t WHERE t."slug" = ${name}
      UNION SELECT t."id" FROM "Tool" t WHERE lower(t."name") = ${name} UNION SELECT a."toolId" FROM "ToolAlias" a WHERE a."alias" = ${name}
    ), nominees AS (
      SELECT p."toolNo", sum(p."weight" * q."weight") AS "score" FROM terms q JOIN "MatchPosting" p ON p."termId" = q."id" WHERE q."first" GROUP BY p."toolNo"
      ORDER BY "score" DESC, p."toolNo" LIMIT ${isNarrowed ? null : nominated}::int
    ), candidates AS (
      SELECT m."toolId", n."toolNo" AS "no", n."score", m."toolId" IN (SELECT "toolId" FROM named) AS "exact" FROM nominees n JOIN "MatchTool" m ON m."no" = n."toolNo"
      UNION ALL SELECT m."toolId", m."no", 0, true FROM named JOIN "MatchTool" m ON m."toolId" = named."toolId" WHERE m."no" NOT IN (SELECT "toolNo" FROM nominees)
    ), listed AS (
      SELECT c."no", c."exact", l."toolId", l."snapshotId" FROM candidates c JOIN (SELECT l.* FROM ${currentListings}) l ON l."toolId" = c."toolId"
      WHERE ${makeCondition(filters)} AND NOT EXISTS (SELECT 1 FROM "MatchPosting" x WHERE x."toolNo" = c."no" AND x."termId" = ANY(${[...without]}::int[]))
      ORDER BY c."exact" DESC, c."score" DESC, l."slug" LIMIT ${nominated}::int
    ), complete AS (
      SELECT l.*, round((coalesce(g."score", 0))::numeric, 6)::float8 AS "score" FROM listed l CROSS JOIN LATERAL (
        SELECT sum(p."weight" * q."weight") AS "score" FROM terms q JOIN "MatchPosting" p ON p."termId" = q."id" AND p."toolNo" = l."no"
      ) g
    )
    SELECT ${listingColumns}, f."toolId", f."exact", f."score", (
      SELECT coalesce(jsonb_agg(jsonb_build_object('term', q."id", 'weight', p."weight"::float8 * q."weight") ORDER BY q."id"), '[]')
      FROM terms q JOIN "MatchPosting" p ON p."termId" = q."id" AND p."toolNo" = f."no") AS "given"
    FROM complete f JOIN "Listing" l ON l."snapshotId" = f."snapshotId" AND l."toolId" = f."toolId"
    ORDER BY f."exact" DESC, f."score" DESC, l."slug" LIMIT ${limit}::int`;
  const wordOf = new Map(need.terms.map(({ termId, word }) => [termId, word]));
  return rows.map(({ toolId, exact, score, given, ...listing }) => {
    const words = addUp(given.map(({ term, weight }) => ({ word: wordOf.get(term) ?? '', weight })));
    return { toolId, listing, exact, score, words, fit: exact ? 1 : tidy(judgeFit(need.words, words)) };
  });
}

function addUp(given: readonly WordWeight[]): WordWeight[] {
  const sums = new Map<string, number>();
  for (const { word, weight } of given) sums.set(word, (sums.get(word) ?? 0) + weight);
  return [...sums].map(([word, weight]) => ({ word, weight: tidy(weight) })).sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
}
