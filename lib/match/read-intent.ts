import { type SearchFilter, type SearchFilters, searchFilters } from '../address/search';
import {
  type Asked,
  doing,
  free,
  freeThing,
  functionWord,
  handingOut,
  kindNouns,
  longestName,
  marked,
  markPattern,
  modelNoun,
  opening,
  openSource,
  openSourceThing,
  openWeights,
  price,
  sayings,
  toolNoun,
} from './intent-words';
import { isWeak } from './weak-words';

/** A filter that the words of a need ask for, beside the job itself, and those words as they stand in it. */
export type ReadFilter = {
  filter: SearchFilter;
  narrows: Partial<SearchFilters>;
  words: readonly string[];
};

/** Where words stand in a need: from `at` up to `end`. */
type Found = Asked & { at: number; end: number };

/** What a marked word asks for, by the name of the thing that follows; null where it stands last before it and belongs to it ("free speech"). */
function readMark(word: string, name: string, isLast: boolean): Asked | null {
  const mark = word.toLowerCase().replace('-', ' ');
  if (mark === 'free') return toolNoun.test(name) && !(isLast && freeThing.test(name)) ? free : null;
  if (mark.startsWith('open weight')) return openWeights;
  if (modelNoun.test(name)) return openWeights;
  if (mark.startsWith('self')) return null;
  return isLast && openSourceThing.test(name) ? null : openSource;
}

/** What one sentence asks for by the phrase that names the tool. */
function readPhrase(sentence: string, start: number): Found[] {
  const opened = opening.exec(sentence.trimStart())?.[0] ?? '';
  const from = sentence.length - sentence.trimStart().length + opened.length;
  const rest = sentence.slice(from);
  const head = marked.exec(rest)?.[0] ?? '';
  const following = rest.slice(head.length);
  const name = following.slice(0, functionWord.exec(following)?.index ?? following.length).replace(/[\s"'”]+$/, '');
  if (name.split(/\s+/).length > longestName) return [];
  const read = [...head.matchAll(markPattern)].flatMap((mark) => {
    const asked = readMark(mark[0], name, head.slice(mark.index).trimEnd() === mark[0]);
    const at = start + from + mark.index;
    return asked === null ? [] : [{ ...asked, at, end: at + mark[0].length }];
  });
  const isObject = opened === '' && head === '' && doing.test(name);
  const kinds = kindNouns.flatMap(({ kind, noun }) => {
    const found = noun.exec(name);
    const at = start + from + head.length + (found?.index ?? 0);
    return found === null || (isObject && kind !== 'model') ? [] : [{ filter: 'kind' as const, narrows: { kind }, at, end: at + found[0].length }];
  });
  return [...read, ...kinds];
}

function readPrice(need: string): Found[] {
  const found = price.exec(need);
  const most = found?.[1] ?? found?.[2];
  if (found === null || most === undefined) return [];
  return [{ filter: 'maxPrice', narrows: { maxPrice: most }, at: found.index, end: found.index + found[0].length }];
}

function findAll(need: string): Found[] {
  const sentences = [...need.matchAll(/(?:[^.!?;]|[.!?;](?=\S))+/g)].flatMap((sentence) => readPhrase(sentence[0], sentence.index));
  const later = sayings.flatMap(({ read, pattern }) => {
    const found = pattern.exec(need);
    if (found === null || (read === free && handingOut.test(need.slice(0, found.index)))) return [];
    return [{ ...read, at: found.index, end: found.index + found[0].length }];
  });
  const found = [...sentences, ...later, ...readPrice(need)].sort((a, b) => a.at - b.at || b.end - a.end);
  return found.filter((each, index) => !found.slice(0, index).some((other) => other.end > each.at && other.filter === each.filter));
}

/** A need without these stretches, which may overlap: "that is free and open source" says two things. */
function leaveOut(need: string, stretches: readonly Found[]): string {
  const isOut = (place: number): boolean => stretches.some(({ at, end }) => place >= at && place < end);
  return need
    .split('')
    .map((letter, place) => (isOut(place) ? ' ' : letter))
    .join('');
}

/** Whether words are left that say what is to be done. */
const saysJob = (text: string): boolean =>
  (
    text
      .replace(opening, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).some((word) => !isWeak(word) && !functionWord.test(word) && !/^(?:an?|the)$/.test(word));

/** A need as it is searched for: the filters read from it, and the words that are left. */
export type ReadNeed = { text: string; read: readonly ReadFilter[] };

/**
 * Reads kind, price and licence out of a need in plain words; what is doubtful is not read. A filter that was `chosen` wins: words
 * that ask for the same are left out of the text as well, others stand. `asWritten` are the filters that are not to be read.
 * Where nothing but such words was typed, they are the need.
 */
export function readNeed(need: string, chosen: Partial<SearchFilters>, asWritten: readonly SearchFilter[]): ReadNeed {
  const found = findAll(need).filter(({ filter, narrows }) => !asWritten.includes(filter) && (chosen[filter] ?? narrows[filter]) === narrows[filter]);
  const clear = found.filter(({ filter, narrows }) => found.every((other) => other.filter !== filter || other.narrows[filter] === narrows[filter]));
  const text = leaveOut(need, clear);
  if (!saysJob(text)) return { text: need, read: [] };
  const unchosen = searchFilters.flatMap((filter): ReadFilter[] => {
    const own = clear.filter((each) => each.filter === filter && !chosen[filter]);
    const [first] = own;
    if (first === undefined) return [];
    return [{ filter, narrows: first.narrows, words: own.map(({ at, end }) => need.slice(at, end).replace(/^[,(\s]+/, '')) }];
  });
  return {
    text: clear.length === 0 ? need : text.replace(/\s+/g, ' ').trim(),
    read: unchosen,
  };
}
