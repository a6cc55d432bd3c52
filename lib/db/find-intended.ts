import { type Correction, findIntended } from '../match/intended-name';
import type { Reading } from './read-snapshot';

/** So many words of a need are looked up; somebody who misspells more names has written something else. */
const mostWords = 8;

/** Of a name, this much of the trigrams of a misspelt word must be there for it to be looked at (pg_trgm's word similarity). */
const likeEnough = 0.4;

/** For words of a need that no tool has: the words of names that were meant. `unknown` are words of the lexicon's making, parts of those typed. */
export async function findCorrections(tx: Reading, need: string, unknown: readonly string[]): Promise<Correction[]> {
  const words = new Set((need.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => unknown.some((part) => word.includes(part))));
  const asked = [...words].slice(0, mostWords);
  if (asked.length === 0) return [];
  // The index knows the operator alone, and the operator takes its threshold from here.
  await tx.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(likeEnough)}, true)`;
  const rows = await tx.$queryRaw<{ typed: string; names: string[] }[]>`
    SELECT q."typed", array_agg(DISTINCT w."word") AS "names" FROM unnest(${asked}::text[]) AS q("typed")
    JOIN "Tool" t ON q."typed" <% t."name" AND t."state" = 'active', regexp_split_to_table(lower(t."name"), '[^[:alnum:]]+') AS w("word") GROUP BY q."typed" ORDER BY q."typed"`;
  return rows.flatMap(({ typed, names }) => {
    const meant = findIntended(typed, names);
    return meant === null ? [] : [{ typed, meant }];
  });
}
