import { isWeak, weakShare } from './weak-words';

/** A word of the lexicon that a word of the need leads to. */
export type TermRow = {
  /** As typed, in lower case, and how often it was. */
  word: string;
  times: number;
  stem: string;
  /** The stem itself, a word of the same family (recommend, recommender), an everyday synonym, or what the need asks to be made of what. */
  how: 'same' | 'family' | 'synonym' | 'conversion';
  term: string;
  /** Null where no tool has the term. */
  termId: number | null;
  tools: number | null;
};

/** A term to search for, its weight (rarity included), and the word of the need that it stands for. */
export type NeedTerm = { termId: number; term: string; word: string; weight: number };

/** A word of the need and the most that a fitting text could answer of it; weak words are left out of the judgement. */
export type NeedWord = { word: string; weight: number };

export type WeighedNeed = { terms: NeedTerm[]; words: NeedWord[] };

/** Of a word that this many tools have, relatives and synonyms are not searched: it finds enough, and they cost time. */
export const relativesUpTo = 20;
const synonymShare = 0.3;
const familyShare = 0.3;
/** Of two stems, the share that the longer one must have in common with the other, and how many relatives count. */
const familyLikeness = 0.6;
const familySize = 4;
/** A word said twice means a little more, not twice as much. */
const repetition = 0.5;
/** Words of a need that count; the rest, in the order of rarity, is left out. */
const mostWords = 48;

/** Rarity of a term that `tools` of `all` tools have: never negative, greatest for a word that nobody has. */
export function scoreRarity(tools: number, all: number): number {
  return Math.log(1 + (Math.max(0, all - tools) + 0.5) / (tools + 0.5));
}

function findLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  return same / longest;
}

/** The stem that the rows of one word share, with its own count of tools. */
function groupByStem(rows: readonly TermRow[]): { stem: string; rows: TermRow[] }[] {
  const groups = new Map<string, TermRow[]>();
  for (const row of rows) groups.set(row.stem, [...(groups.get(row.stem) ?? []), row]);
  return [...groups].map(([stem, own]) => ({ stem, rows: own }));
}

function listRelatives(stem: string, rows: readonly TermRow[]): { row: TermRow; share: number }[] {
  const families = rows
    .filter(({ how }) => how === 'family')
    .map((row) => ({ row, likeness: findLikeness(stem, row.term) }))
    .filter(({ likeness }) => likeness >= familyLikeness)
    .sort((a, b) => b.likeness - a.likeness || (a.row.term < b.row.term ? -1 : 1))
    .slice(0, familySize)
    .map(({ row, likeness }) => ({ row, share: familyShare * likeness }));
  const others = rows.filter(({ how }) => how === 'synonym').map((row) => ({ row, share: synonymShare }));
  return [...families, ...others];
}

/** What each word of a need is worth among `all` tools, and the terms to search for. Unknown words are worth most. */
export function weighNeed(rows: readonly TermRow[], all: number): WeighedNeed {
  const stems = groupByStem(rows).flatMap(({ stem, rows: own }) => {
    const same = own.find(({ how }) => how === 'same');
    if (!same) return [];
    const times = [...new Map(own.map((row) => [row.word, row.times])).values()].reduce((sum, each) => sum + each, 0);
    const isAsking = isWeak(same.word);
    const asked = (1 + repetition * (Math.min(times, 5) - 1)) * (isAsking ? weakShare : 1);
    return [{ stem, same, own, asked, isAsking, rarity: scoreRarity(same.tools ?? 0, all) }];
  });
  const kept = stems.sort((a, b) => b.asked * b.rarity - a.asked * a.rarity || (a.stem < b.stem ? -1 : 1)).slice(0, mostWords);
  const typed = new Set(kept.map(({ stem }) => stem));
  const terms = new Map<number, NeedTerm>();
  const add = ({ termId, term, tools }: TermRow, word: string, asked: number): void => {
    if (termId === null || tools === null) return;
    const weight = asked * scoreRarity(tools, all);
    if (weight > (terms.get(termId)?.weight ?? 0)) terms.set(termId, { termId, term, word, weight });
  };
  for (const { stem, same, own, asked } of kept) {
    add(same, same.word, asked);
    for (const row of own.filter(({ how }) => how === 'conversion')) add(row, same.word, 1);
    if ((same.tools ?? 0) > relativesUpTo) continue;
    for (const { row, share } of listRelatives(stem, own)) if (!typed.has(row.term)) add(row, same.word, asked * share);
  }
  return {
    terms: [...terms.values()],
    words: kept.filter(({ isAsking }) => !isAsking).map(({ same, asked, rarity }) => ({ word: same.word, weight: asked * rarity })),
  };
}
