import { type AskedConversion, nameConversion } from '../match/conversions';
import { relativesUpTo, type TermRow } from '../match/weigh-need';
import { planOnce } from './database';
import type { Reading } from './read-snapshot';

/** The shortest beginning that makes two words relatives; words with digits have none. */
const shortestFamily = 4;

/** A need has this many different words at most; who types more has pasted something. */
const mostWords = 200;

export type NeedTerms = {
  /** The words of a need, stemmed, with their relatives and synonyms in the lexicon. */
  rows: TermRow[];
  /** Terms of the excluded words. */
  without: number[];
  /** The number of indexed tools. */
  all: number;
};

type Row = TermRow & { isExcluded: boolean; all: number };

/** What the lexicon knows of a need, of what it asks to be made of what, and of the words that it excludes, in one statement. */
export async function findTerms(tx: Reading, wanted: string, excluded: string, conversion: AskedConversion | null): Promise<NeedTerms> {
  const found = await tx.$queryRaw<Row[]>`
    ${planOnce} WITH words AS (
      (SELECT "word", count(*)::int AS "times", false AS "isExcluded" FROM regexp_split_to_table(lower(match_text(${wanted})), ' ') "word" WHERE "word" <> '' GROUP BY "word"
      ORDER BY "word" LIMIT ${mostWords}::int)
      UNION ALL (SELECT DISTINCT "word", 1, true FROM regexp_split_to_table(lower(match_text(${excluded})), ' ') "word" WHERE "word" <> '' ORDER BY "word" LIMIT ${mostWords}::int)
    ), stems AS (
      SELECT w."word", w."times", w."isExcluded", s.lexeme AS "stem", coalesce(t."tools", 0) AS "tools", greatest(${shortestFamily}::int, ceil(length(s.lexeme) * 0.6)::int) AS "least"
      FROM words w CROSS JOIN LATERAL unnest(to_tsvector('english', w."word")) s LEFT JOIN "MatchTerm" t ON t."term" = s.lexeme
    )
    SELECT s."word", s."times", s."stem", x."how", x."term", t."id" AS "termId", t."tools", s."isExcluded",
      coalesce((SELECT "value" FROM "MatchStatistic" WHERE "name" = 'tools'), 0)::float8 AS "all"
    FROM stems s CROSS JOIN LATERAL (
      SELECT 'same' AS "how", s."stem" AS "term"
      UNION ALL SELECT 'synonym', y."other" FROM "MatchSynonym" y WHERE y."term" = s."stem" AND s."tools" <= ${relativesUpTo}::int AND NOT s."isExcluded"
      UNION ALL SELECT 'conversion', k.lexeme FROM unnest(to_tsvector('english', ${conversion === null ? '' : nameConversion(conversion)})) k
        WHERE s."word" = ${conversion?.word ?? ''} AND NOT s."isExcluded"
      UNION ALL SELECT 'family', f."term" FROM "MatchTerm" f
        WHERE s."tools" <= ${relativesUpTo}::int AND NOT s."isExcluded" AND length(s."stem") >= ${shortestFamily}::int AND s."stem" !~ '[0-9]' AND f."term" !~ '[0-9]' AND f."term" <> s."stem"
          AND f."term" >= left(s."stem", s."least") AND f."term" < left(s."stem", s."least") || U&'\\FFFF'
    ) x LEFT JOIN "MatchTerm" t ON t."term" = x."term"
    ORDER BY s."word", s."stem", x."how", x."term"`;
  return {
    rows: found.filter(({ isExcluded }) => !isExcluded),
    without: found.flatMap(({ isExcluded, termId }) => (isExcluded && termId !== null ? [termId] : [])),
    all: found[0]?.all ?? 0,
  };
}
