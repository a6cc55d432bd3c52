import { judgeFit, type WordWeight } from '../match/judge-fit';
import { shareReading } from '../match/share-reading';
import type { WeighedNeed } from '../match/weigh-need';
import { planOnce } from './database';
import { Prisma } from './generated/client';
import { type Listing, listingColumns } from './listing';
import { isNarrowed, makeListed, type Nominating } from './nominate-tools';
import type { Reading } from './read-snapshot';

/** Postings that a search reads to nominate tools, those first that add most: the time of a search has a bound, however common its words are. */
const readAll = 30_000;
/** The same where only some tools are asked for: those may come late. */
const readNarrowed = 15_000;

/** A capability of a found tool, and what its own text is worth for the need. */
export type ScoredClaim = { id: string; job: string; jobName: string; name: string; score: number };

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

type Asked = Nominating & {
  need: WeighedNeed;
  /** How many tools have each term. */
  counts: ReadonlyMap<number, number>;
  limit: number;
};

/** Control characters that no record holds mark the hits in a headline. */
export const headlineMarks = { opens: '\u0001', closes: '\u0002' } as const;

/** Six decimals: below what matters, and the same wherever sums are added up in another order. */
const tidy = (weight: number): number => Math.round(weight * 1e6) / 1e6;
const tidied = (weight: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce(round(${weight} * 1e6) / 1e6, 0)`;

/** The terms of a need in the order of their ids, which sums and lists keep. */
function makeTerms({ need, counts, ...nominating }: Asked): Prisma.Sql {
  const terms = [...need.terms].sort((a, b) => a.termId - b.termId);
  const shares = shareReading(
    terms.map(({ termId, weight }) => ({ weight, tools: counts.get(termId) ?? 0 })),
    isNarrowed(nominating) ? readNarrowed : readAll,
  );
  return Prisma.sql`
  terms AS MATERIALIZED (
    SELECT * FROM unnest(${terms.map(({ termId }) => termId)}::int[], ${terms.map(({ weight }) => weight)}::float8[], ${shares}::int[]) AS q("id", "weight", "share")
  )`;
}

/** What each term of the need that this text has adds to it. The ids of a text's terms are in order, so each is looked up by halving: faster than one after another, or than laying them out as rows. */
const makeGiven = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT q."id", ${text}."weights"[q."at"] * q."weight" AS "weight" FROM (
    SELECT t.*, width_bucket(t."id", ${text}."terms") AS "at" FROM terms t OFFSET 0 -- looked up once, not wherever "at" stands
  ) q WHERE ${text}."terms"[q."at"] = q."id")`;

/** The capabilities of each tool that is shown, and what the own text of each is worth. */
const claims = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', c."id", 'job', c."jobId", 'jobName', j."name", 'name', c."name", 'score', g."score") ORDER BY g."score" DESC, c."position", c."id"), '[]')
  FROM "MatchCapability" i JOIN "ToolCapability" c ON c."id" = i."capabilityId" JOIN "Capability" j ON j."id" = c."jobId" CROSS JOIN LATERAL (
    SELECT ${tidied(Prisma.sql`sum("weight")`)} AS "score" FROM ${makeGiven(Prisma.sql`i`)} given
  ) g WHERE i."toolNo" = f."no"`;

/** The tools that fit a weighed need best; those of exactly this name, then those that served it before, come first. Equal scores go by slug. */
export async function scoreTools(tx: Reading, asked: Asked): Promise<Scored[]> {
  const rows = await tx.$queryRaw<Row[]>`
    ${planOnce} WITH ${makeTerms(asked)}, ${makeListed(asked)}, best AS (
      SELECT l."no", l."place", l."toolId", l."snapshotId", l."slug", ${tidied(Prisma.sql`g."score"`)} AS "score",
        coalesce(g."ids", '{}') AS "givenTerms", coalesce(g."weights", '{}') AS "givenWeights"
      FROM listed l CROSS JOIN LATERAL (
        SELECT sum("weight") AS "score", array_agg("id") AS "ids", array_agg("weight") AS "weights" FROM ${makeGiven(Prisma.sql`l`)} given
      ) g ORDER BY l."place", "score" DESC, l."slug" LIMIT ${asked.limit}::int
    )
    SELECT ${listingColumns}, f."toolId", f."place", f."score", f."givenTerms", f."givenWeights", (${claims}) AS "claims"
    FROM best f JOIN "Listing" l ON l."snapshotId" = f."snapshotId" AND l."toolId" = f."toolId" ORDER BY f."place", f."score" DESC, f."slug"`;
  return rows.map((row) => explain(row, asked.need));
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
    ${planOnce} SELECT c."id", c."key", c."jobId" AS "job", c."name", c."description",
      ts_headline('english', c."description", ${loose}::tsquery, ${`StartSel=${headlineMarks.opens}, StopSel=${headlineMarks.closes}, HighlightAll=true`}) AS "headline"
    FROM "ToolCapability" c WHERE c."id" = ANY(${[...ids]})`;
  return new Map(rows.map((row) => [row.id, row]));
}
