import { judgeFit, type WordWeight } from '../match/judge-fit';
import { shareReading } from '../match/share-reading';
import type { NeedTerm, WeighedNeed } from '../match/weigh-need';
import { planOnce } from './database';
import { Prisma } from './generated/client';
import { type ListFilters, makeCondition } from './list-filters';
import { currentListings, type Listing, listingColumns } from './listing';
import type { Reading } from './read-snapshot';

/** Postings that a search reads to nominate tools, those first that add most: the time of a search has a bound, however common its words are. */
const nominating = 30_000;
/** The same where only some tools are asked for: those may come late. */
const nominatingNarrowed = 15_000;
/** Nominated tools whose score is completed. */
const nominated = 300;

/** A capability of a found tool, and what its own text is worth for the need. */
export type ScoredClaim = { id: string; job: string; score: number };

export type CapabilityRow = { id: string; key: string; job: string; name: string; description: string; headline: string };

export type Scored = {
  toolId: string;
  listing: Listing;
  /** 0 for a tool of exactly this slug, name or alias, then those that served this need before; null for all others. */
  place: number | null;
  score: number;
  /** 0–1: how much of the need the tool's text answers. */
  fit: number;
  /** What each word of the need gave; adds up to the score. */
  words: WordWeight[];
  /** The capabilities of the tool, those whose own text fits best first. */
  claims: ScoredClaim[];
};

type Row = Listing & { toolId: string; place: number | null; score: number; givenTerms: number[]; givenWeights: number[]; claims: ScoredClaim[] };

type Asked = {
  /** What was typed, in lower case: it may be a name. */
  name: string;
  need: WeighedNeed;
  /** How many tools have each term. */
  counts: ReadonlyMap<number, number>;
  /** Tools that served exactly this need before, best first. */
  served: readonly string[];
  /** Terms that a tool must not have. */
  without: readonly number[];
  filters: ListFilters;
  /** Filters for tools without a place alone. */
  narrows: ListFilters;
  limit: number;
};

/** Control characters that no record holds mark the hits in a headline. */
export const headlineMarks = { opens: '\u0001', closes: '\u0002' } as const;

/** Six decimals: below what matters, and the same wherever sums are added up in another order. */
const tidy = (weight: number): number => Math.round(weight * 1e6) / 1e6;

const makeTerms = (terms: readonly NeedTerm[], shares: readonly number[]): Prisma.Sql => Prisma.sql`
  terms AS MATERIALIZED (
    SELECT * FROM unnest(${terms.map(({ termId }) => termId)}::int[], ${terms.map(({ weight }) => weight)}::float8[], ${[...shares]}::int[]) AS q("id", "weight", "share")
  )`;

/** Tools of exactly this name in place 0, those that served this need before in the places after it, and those that the words nominate. */
const makeCandidates = ({ name, served }: Pick<Asked, 'name' | 'served'>, isNarrowed: boolean): Prisma.Sql => Prisma.sql`
  placed AS (
    SELECT "toolId", min("place")::int AS "place" FROM (
      SELECT t."id" AS "toolId", 0 AS "place" FROM "Tool" t WHERE t."slug" = ${name}
      UNION ALL SELECT m."toolId", 0 FROM "MatchTool" m WHERE m."name" = ${name} UNION ALL SELECT a."toolId", 0 FROM "ToolAlias" a WHERE a."alias" = ${name}
      UNION ALL SELECT s."toolId", s."place" FROM unnest(${[...served]}::text[]) WITH ORDINALITY AS s("toolId", "place")
    ) known GROUP BY "toolId"
  ), nominees AS (
    SELECT p."toolNo", sum(p."weight" * q."weight") AS "score" FROM terms q CROSS JOIN LATERAL (
      SELECT p."toolNo", p."weight" FROM "MatchPosting" p WHERE p."termId" = q."id" ORDER BY p."weight" DESC, p."toolNo" DESC LIMIT q."share"
    ) p GROUP BY p."toolNo" ORDER BY "score" DESC, p."toolNo" LIMIT ${isNarrowed ? null : nominated}::int
  ), candidates AS (
    SELECT m."toolId", n."toolNo" AS "no", m."terms", m."weights", n."score", placed."place"
    FROM nominees n JOIN "MatchTool" m ON m."no" = n."toolNo" LEFT JOIN placed ON placed."toolId" = m."toolId"
    UNION ALL SELECT m."toolId", m."no", m."terms", m."weights", 0, placed."place"
    FROM placed JOIN "MatchTool" m ON m."toolId" = placed."toolId" WHERE m."no" NOT IN (SELECT "toolNo" FROM nominees)
  )`;

/** The capabilities of each tool that is shown, and what the own text of each is worth. */
const claims = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', b."id", 'job', b."jobId", 'score', b."score") ORDER BY b."score" DESC, b."position", b."id"), '[]') FROM (
    SELECT c."id", c."jobId", c."position",
      coalesce((SELECT round(sum(w."weight" * q."weight" ORDER BY q."id")::numeric, 6) FROM unnest(i."terms", i."weights") AS w("id", "weight") JOIN terms q ON q."id" = w."id"), 0)::float8 AS "score"
    FROM "MatchCapability" i JOIN "ToolCapability" c ON c."id" = i."capabilityId" WHERE i."toolNo" = f."no"
  ) b`;

/** The tools that fit a weighed need best; those of exactly this name, then those that served it before, come first. Equal scores go by slug. */
export async function scoreTools(tx: Reading, { name, need, counts, served, without, filters, narrows, limit }: Asked): Promise<Scored[]> {
  const isNarrowed = Object.values({ ...filters, ...narrows }).some((value) => value !== null && value !== undefined) || without.length > 0;
  const shares = shareReading(
    need.terms.map(({ termId, weight }) => ({ weight, tools: counts.get(termId) ?? 0 })),
    isNarrowed ? nominatingNarrowed : nominating,
  );
  const rows = await tx.$queryRaw<Row[]>`
    ${Prisma.raw(planOnce)} WITH ${makeTerms(need.terms, shares)}, ${makeCandidates({ name, served }, isNarrowed)}, listed AS (
      SELECT c."no", c."terms", c."weights", c."place", l."toolId", l."snapshotId" FROM candidates c JOIN (SELECT l.* FROM ${currentListings}) l ON l."toolId" = c."toolId"
      WHERE ${makeCondition(filters)} AND (c."place" IS NOT NULL OR (${makeCondition(narrows)})) AND NOT c."terms" && ${[...without]}::int[]
      ORDER BY c."place", c."score" DESC, l."slug" LIMIT ${nominated}::int
    ), best AS (
      SELECT l."no", l."place", l."toolId", l."snapshotId", round(coalesce(g."score", 0)::numeric, 6)::float8 AS "score",
        coalesce(g."ids", '{}') AS "givenTerms", coalesce(g."weights", '{}') AS "givenWeights"
      FROM listed l CROSS JOIN LATERAL (
        SELECT sum(w."weight" * q."weight" ORDER BY q."id") AS "score", array_agg(q."id" ORDER BY q."id") AS "ids", array_agg(w."weight" * q."weight" ORDER BY q."id") AS "weights"
        FROM unnest(l."terms", l."weights") AS w("id", "weight") JOIN terms q ON q."id" = w."id"
      ) g
    ), shown AS (
      SELECT ${listingColumns}, f."no", f."toolId", f."place", f."score", f."givenTerms", f."givenWeights"
      FROM best f JOIN "Listing" l ON l."snapshotId" = f."snapshotId" AND l."toolId" = f."toolId"
      ORDER BY f."place", f."score" DESC, l."slug" LIMIT ${limit}::int
    )
    SELECT f.*, (${claims}) AS "claims" FROM shown f ORDER BY f."place", f."score" DESC, f."slug"`;
  return rows.map((row) => explain(row, need));
}

function explain({ toolId, place, score, givenTerms, givenWeights, claims, ...listing }: Row, need: WeighedNeed): Scored {
  const wordOf = new Map(need.terms.map(({ termId, word }) => [termId, word]));
  const words = addUp(givenTerms.map((term, at) => ({ word: wordOf.get(term) ?? '', weight: givenWeights[at] ?? 0 })));
  return { toolId, listing, place, score, words, claims, fit: place === 0 ? 1 : tidy(judgeFit(need.words, words)) };
}

function addUp(given: readonly WordWeight[]): WordWeight[] {
  const sums = new Map<string, number>();
  for (const { word, weight } of given) sums.set(word, (sums.get(word) ?? 0) + weight);
  return [...sums].map(([word, weight]) => ({ word, weight: tidy(weight) })).sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
}

/** Capabilities as they are shown, the words of the need that stand in their texts marked. */
export async function readCapabilities(tx: Reading, ids: readonly string[], need: WeighedNeed): Promise<Map<string, CapabilityRow>> {
  if (ids.length === 0) return new Map();
  const loose = need.terms.map(({ term }) => `'${term.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' | ');
  const rows = await tx.$queryRaw<CapabilityRow[]>`
    SELECT c."id", c."key", c."jobId" AS "job", c."name", c."description",
      ts_headline('english', c."description", ${loose}::tsquery, ${`StartSel=${headlineMarks.opens}, StopSel=${headlineMarks.closes}, HighlightAll=true`}) AS "headline"
    FROM "ToolCapability" c WHERE c."id" = ANY(${[...ids]})`;
  return new Map(rows.map((row) => [row.id, row]));
}
