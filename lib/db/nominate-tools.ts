import { Prisma } from './generated/client';
import { type ListFilters, makeCondition } from './list-filters';

/** Nominated tools whose score is completed. */
export const nominated = 300;
/**
 * Nominated tools are held against filters in steps, each from the place in their order where it begins, and only where too few passed
 * before it: common words nominate a third of a catalogue.
 */
const steps = [0, 600, 3_000].map((after, at, all) => ({ name: Prisma.raw(`step${at}`), after, upTo: all[at + 1] ?? null }));

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
  const passing = steps.map(({ name, after, upTo }, at) => {
    const within = upTo === null ? Prisma.sql`n."at" > ${after}::int` : Prisma.sql`n."at" > ${after}::int AND n."at" <= ${upTo}::int`;
    const passed = Prisma.join([Prisma.sql`0`, ...steps.slice(0, at).map((before) => Prisma.sql`(SELECT count(*) FROM ${before.name})`)], ' + ');
    return Prisma.sql`
  ${name} AS (
    SELECT ${columns}, NULL::int AS "place", n."score" FROM nominees n JOIN "MatchTool" m ON m."no" = n."toolNo" JOIN (${listing}) ON l."toolId" = m."toolId"
    WHERE ${within} AND ${passed} < ${nominated}::int
      AND ${chosen} AND ${makeCondition(narrows)} AND NOT EXISTS (SELECT 1 FROM placed WHERE placed."toolId" = m."toolId")
  )`;
  });
  return Prisma.sql`
  placed AS (${makePlaced(asked)}), nominees AS (
    SELECT *, row_number() OVER (ORDER BY "score" DESC, "toolNo") AS "at" FROM (
      SELECT p."toolNo", sum(p."weight" * q."weight") AS "score" FROM terms q CROSS JOIN LATERAL (
        SELECT p."toolNo", p."weight" FROM "MatchPosting" p WHERE p."termId" = q."id" ORDER BY p."weight" DESC, p."toolNo" DESC LIMIT q."share"
      ) p GROUP BY p."toolNo" ORDER BY "score" DESC, p."toolNo" LIMIT ${isNarrowed(asked) ? null : nominated}::int
    ) best
  ), ${Prisma.join(passing)}, listed AS (
    ${Prisma.join(
      steps.map(({ name }) => Prisma.sql`SELECT * FROM ${name}`),
      ' UNION ALL ',
    )}
    UNION ALL SELECT ${columns}, placed."place", 0 FROM placed JOIN "MatchTool" m ON m."toolId" = placed."toolId" JOIN (${listing}) ON l."toolId" = m."toolId" WHERE ${chosen}
    ORDER BY "place", "score" DESC, "slug" LIMIT ${nominated}::int
  )`;
}
