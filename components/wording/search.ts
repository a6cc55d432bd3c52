import { type SearchFilter, type SearchFilters, searchFilters } from '../../lib/address/search';
import { type Modality, modalities } from '../../lib/catalog/modalities';
import { anyFree, anyOpenLicence } from '../../lib/catalog/open-licences';
import { formatDay } from '../../lib/format/day';
import { formatCount, joinWords } from '../../lib/format/number';
import { describeOutcomes } from '../../lib/format/outcomes';
import type { ReadFilter } from '../../lib/match/read-intent';
import type { SearchHit, SearchPage } from '../../lib/pages/page-types';
import { wordChoice, wordFilter } from './choice';

const modalityWords: Record<Modality, string> = {
  'image-in': 'reads pictures',
  'audio-in': 'reads sound',
  'video-in': 'reads video',
  'file-in': 'reads PDFs or other files',
  'image-out': 'makes pictures',
  'audio-out': 'makes sound',
  'video-out': 'makes video',
};

export function wordSearchFilter(filter: SearchFilter): string {
  switch (filter) {
    case 'maxPrice':
      return 'Input price at most';
    case 'modality':
      return 'Besides text';
    case 'kind':
    case 'pricing':
    case 'licence':
    case 'weights':
      return wordFilter(filter);
  }
}

export function wordSearchChoice(filter: SearchFilter, value: string): string {
  switch (filter) {
    case 'maxPrice':
      return `$${Number(value).toFixed(2)} per 1M tokens, or free`;
    case 'modality': {
      const modality = modalities.find((each) => each === value);
      return modality === undefined ? value : modalityWords[modality];
    }
    case 'pricing':
      return value === anyFree ? 'free to run, or a free tier' : wordChoice(filter, value);
    case 'licence':
      return value === anyOpenLicence ? 'any open source licence' : wordChoice(filter, value);
    case 'kind':
    case 'weights':
      return wordChoice(filter, value);
  }
}

const quote = (words: readonly string[], last: 'or' | 'and' = 'or'): string =>
  joinWords(
    words.map((word) => `“${word}”`),
    last,
  );

/** One filter that was read from the words of a need. */
export const wordReadFilter = ({ filter, narrows }: ReadFilter): string => `${wordSearchFilter(filter)}: ${wordSearchChoice(filter, narrows[filter] ?? '')}`;

/** The words of a need that a filter was read from. */
export const quoteRead = ({ words }: ReadFilter): string => quote(words, 'and');

const unknownLeftOut = 'Tools for which this is not known are left out.';

/** What was read, beside the filters that say from which words. */
export const wordReadBriefly = (read: readonly ReadFilter[]): string =>
  `Read from your words: ${read.map(({ filter, narrows }) => wordSearchChoice(filter, narrows[filter] ?? '')).join('; ')}. ${unknownLeftOut}`;

/** The filters in force, chosen or read. */
export const wordInForce = (filters: SearchFilters): string =>
  searchFilters.flatMap((filter) => (filters[filter] === null ? [] : [`${wordSearchFilter(filter)}: ${wordSearchChoice(filter, filters[filter])}`])).join('; ');

/** What was read from the words of a need, and what came of it. */
export function wordRead({ read, isNarrowed, fits }: Pick<SearchPage, 'read' | 'isNarrowed' | 'fits'>): string {
  const filters = read.map((each) => `${wordReadFilter(each)} (${quoteRead(each)})`).join('; ');
  if (isNarrowed) return `Read from your words: ${filters}. ${unknownLeftOut}`;
  const rest = fits ? 'These answer the rest of what you asked' : 'The rest of what you asked was searched as well';
  return `Read from your words: ${filters}. Nothing of that kind fits. ${rest}.`;
}

/** Why nothing fits: the words that no tool answers, or that what answers the rest is too little. */
export const wordUnanswered = (unanswered: readonly string[]): string =>
  unanswered.length === 0 ? 'no tool answers enough of it' : `no tool here answers ${quote(unanswered)}`;

/** Why a tool was found: what each word gave, what others gave that share a capability with it, and what its text gave by its meaning. */
export const wordReasons = ({ words, shared, meaning }: Pick<SearchHit, 'words' | 'shared' | 'meaning'>): string =>
  [
    ...words.map(({ word, weight }) => `“${word}” ${wordWeight(weight)}`),
    ...(shared === null ? [] : [`others that share ${shared.name.replaceAll('`', '')} ${wordWeight(shared.weight)}`]),
    ...(meaning === null
      ? []
      : [`a text near in meaning${meaning.words.length === 0 ? '' : ` to ${quote(meaning.words, 'and')}`} ${wordWeight(meaning.weight)}`]),
  ].join(' + ');

/** The weight of a word in a score, as printed. */
export const wordWeight = (weight: number): string => (weight < 0.05 ? 'under 0.1' : weight.toFixed(1));

export function wordMatched(tool: { timesMatched: number; worked: number; failed: number }, { since, until }: { since: string; until: string }): string {
  const { timesMatched: times } = tool;
  const count = times === 1 ? 'Matched once' : times === 0 ? 'Not matched yet' : `Matched ${formatCount(times)} times`;
  return `${count} since ${formatDay(since)}, up to ${formatDay(until)}${describeOutcomes(tool)}`;
}
