import { Prisma } from './generated/client';
import { type ListFilters, makeCondition } from './list-filters';

/** Nominated tools whose score is completed. */
export const nominated = 300;
/** Nominated tools are held against filters in these steps, the best first, each only where too few passed before it: common words nominate a third of a catalogue. */
const steps = [
  { name: Prisma.sql`early`, after: 0, upTo: 600, before: Prisma.sql`0` },
  { name: Prisma.sql`middle`, after: 600, upTo: 3_000, before: Prisma.sql`(SELECT count(*) FROM early)` },
  { name: Prisma.sql`late`, after: 3_000, upTo: 1_000_000, before: Prisma.sql`(SELECT count(*) FROM early) + (SELECT count(*) FROM middle)` },
] as const;

export type Nominating = {
  /** What was typed, in lower case: it may be a name. */
  name: string;
  /** Tools that served exactly this need before, best first. */
  served: readonly string[];
  /** Terms that a tool must not have. */
  without: readonly number[];
  filters: ListFilters;
  /** Filters for tools without a place alone. */
  narrows: ListFilters;
};

/** True when not every tool that words nominate is wanted. */
export const isNarrowed = ({ without, filters, narrows }: Nominating): boolean =>
  without.length > 0 || Object.values({ ...filters, ...narrows }).some((value) => value !== null && value !== undefined);

/** Tools of exactly this name in place 0, and those that served this need before in the places after it. */
const makePlaced = ({ name, served }: Nominating): Prisma.Sql => Prisma.sql`
  SELECT "toolId", min("place")::int AS "place" FROM (
    SELECT t."id" AS "toolId", 0 AS "place" FROM "Tool" t WHERE t."slug" = ${name}
    UNION ALL SELECT m."toolId", 0 FROM "MatchTool" m WHERE m."name" = ${name} UNION ALL SELECT a."toolId", 0 FROM "ToolAlias" a WHERE a."alias" = ${name}
    UNION ALL SELECT s."toolId", s."place" FROM unnest(${[...served]}::text[]) WITH ORDINALITY AS s("toolId", "place")
  ) known GROUP BY "toolId"`;

const columns = Prisma.sql`m."no", m."terms", m."weights", l."toolId", l."snapshotId", l."slug"`;

const listing = Prisma.sql`"CurrentSnapshot" cs JOIN "Listing" l ON l."snapshotId" = cs."snapshotId"`;

/**
 * The tools that `terms` (id, weight, share) nominate, with those that have a place, as far as they pass the filters: the
 * table `listed`, of so many as are scored.
 */
export function makeListed(asked: Nominating): Prisma.Sql {
  const { without, filters, narrows } = asked;
  const chosen = Prisma.sql`${makeCondition(filters)} AND NOT m."terms" && ${[...without]}::int[]`;
  const passing = steps.map(
    ({ name, after, upTo, before }) => Prisma.sql`
  ${name} AS (
    SELECT ${columns}, NULL::int AS "place", n."score" FROM nominees n JOIN "MatchTool" m ON m."no" = n."toolNo" JOIN (${listing}) ON l."toolId" = m."toolId"
    WHERE n."at" > ${after}::int AND n."at" <= ${upTo}::int AND ${before} < ${nominated}::int
      AND ${chosen} AND ${makeCondition(narrows)} AND NOT EXISTS (SELECT 1 FROM placed WHERE placed."toolId" = m."toolId")
  )`,
  );
  return Prisma.sql`
  placed AS (${makePlaced(asked)}), nominees AS (
    SELECT *, row_number() OVER (ORDER BY "score" DESC, "toolNo") AS "at" FROM (
      SELECT p."toolNo", sum(p."weight" * q."weight") AS "score" FROM terms q CROSS JOIN LATERAL (
        SELECT p."toolNo", p."weight" FROM "MatchPosting" p WHERE p."termId" = q."id" ORDER BY p."weight" DESC, p."toolNo" DESC LIMIT q."share"
      ) p GROUP BY p."toolNo" ORDER BY "score" DESC, p."toolNo" LIMIT ${isNarrowed(asked) ? null : nominated}::int
    ) best
  ), ${Prisma.join(passing)}, listed AS (
    SELECT * FROM early UNION ALL SELECT * FROM middle UNION ALL SELECT * FROM late
    UNION ALL SELECT ${columns}, placed."place", 0 FROM placed JOIN "MatchTool" m ON m."toolId" = placed."toolId" JOIN (${listing}) ON l."toolId" = m."toolId" WHERE ${chosen}
    ORDER BY "place", "score" DESC, "slug" LIMIT ${nominated}::int
  )`;
}
