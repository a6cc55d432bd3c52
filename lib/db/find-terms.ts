import type { TermRow } from '../match/weigh-need';
import type { Reading } from './read-snapshot';

/** The shortest beginning that makes two words relatives; words with digits have none. */
const shortestFamily = 4;

/** A need has this many different words at most; who types more has pasted something. */
const mostWords = 200;

/** The words of a need, stemmed, with their relatives and synonyms in the lexicon, and the number of indexed tools. */
export async function findTerms(tx: Reading, need: string): Promise<{ rows: TermRow[]; all: number }> {
  const rows = await tx.$queryRaw<TermRow[]>`
    WITH words AS (
      SELECT "word", count(*)::int AS "times" FROM regexp_split_to_table(lower(match_text(${need})), ' ') "word" WHERE "word" <> '' GROUP BY "word"
      ORDER BY "word" LIMIT ${mostWords}::int
    ), stems AS (
      SELECT w."word", w."times", s.lexeme AS "stem", coalesce(t."tools", 0) AS "tools", greatest(${shortestFamily}::int, ceil(length(s.lexeme) * 0.6)::int) AS "least"
      FROM words w CROSS JOIN LATERAL unnest(to_tsvector('english', w."word")) s LEFT JOIN "MatchTerm" t ON t."term" = s.lexeme
    )
    SELECT s."word", s."times", s."stem", x."how", x."term", t."id" AS "termId", t."tools"
    FROM stems s CROSS JOIN LATERAL (
      SELECT 'same' AS "how", s."stem" AS "term"
      UNION ALL SELECT 'synonym', y."other" FROM "MatchSynonym" y WHERE y."term" = s."stem"
      UNION ALL SELECT 'family', f."term" FROM "MatchTerm" f
        WHERE length(s."stem") >= ${shortestFamily}::int AND s."stem" !~ '[0-9]' AND f."term" !~ '[0-9]' AND f."term" <> s."stem"
          AND f."term" >= left(s."stem", s."least") AND f."term" < left(s."stem", s."least") || U&'\\FFFF'
    ) x LEFT JOIN "MatchTerm" t ON t."term" = x."term"
    ORDER BY s."word", s."stem", x."how", x."term"`;
  const tools = await tx.matchStatistic.findUnique({ where: { name: 'tools' } });
  return { rows, all: tools?.value ?? 0 };
}
