import { boundIntended, type Correction, findIntended } from '../match/intended-name';
import type { Reading } from './read-snapshot';

/** So many words of a need are looked up; somebody who misspells more names has written something else. */
const mostWords = 8;

/** For words of a need that no tool has: the words of names that were meant. `unknown` are words of the lexicon's making, parts of those typed. */
export async function findCorrections(tx: Reading, need: string, unknown: readonly string[]): Promise<Correction[]> {
  const words = new Set((need.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => unknown.some((part) => word.includes(part))));
  const asked = [...words].flatMap((typed) => boundIntended(typed) ?? []).slice(0, mostWords);
  if (asked.length === 0) return [];
  const rows = await tx.$queryRaw<{ typed: string; names: string[] }[]>`
    SELECT q."typed", array_agg(n."word") AS "names"
    FROM unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ first }) => first)}::text[], ${asked.map(({ shortest }) => shortest)}::int[], ${asked.map(({ longest }) => longest)}::int[])
      AS q("typed", "first", "shortest", "longest")
    JOIN "MatchNameWord" n ON n."word" >= q."first" AND n."word" < q."first" || U&'\\FFFF' AND length(n."word") BETWEEN q."shortest" AND q."longest"
    GROUP BY q."typed" ORDER BY q."typed"`;
  return rows.flatMap(({ typed, names }) => {
    const meant = findIntended(typed, names);
    return meant === null ? [] : [{ typed, meant }];
  });
}
