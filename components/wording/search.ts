import type { SearchFilter } from '../../lib/address/search';
import { type Modality, modalities } from '../../lib/catalog/modalities';
import { formatDay } from '../../lib/format/day';
import { formatCount, joinWords } from '../../lib/format/number';
import { describeOutcomes } from '../../lib/format/outcomes';
import type { SearchHit } from '../../lib/pages/page-types';
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
    case 'kind':
    case 'pricing':
    case 'licence':
    case 'weights':
      return wordChoice(filter, value);
  }
}

const quote = (words: readonly string[]): string =>
  joinWords(
    words.map((word) => `“${word}”`),
    'or',
  );

/** Why nothing fits: the words that no tool answers, or that what answers the rest is too little. */
export const wordUnanswered = (unanswered: readonly string[]): string =>
  unanswered.length === 0 ? 'no tool answers enough of it' : `no tool here answers ${quote(unanswered)}`;

/** Why a tool was found: what each word gave, and what others gave that share a capability with it. */
export const wordReasons = ({ words, shared }: Pick<SearchHit, 'words' | 'shared'>): string =>
  [
    ...words.map(({ word, weight }) => `“${word}” ${wordWeight(weight)}`),
    ...(shared === null ? [] : [`others that share ${shared.name.replaceAll('`', '')} ${wordWeight(shared.weight)}`]),
  ].join(' + ');

/** The weight of a word in a score, as printed. */
export const wordWeight = (weight: number): string => (weight < 0.05 ? 'under 0.1' : weight.toFixed(1));

export function wordMatched(tool: { timesMatched: number; worked: number; failed: number }, { since, until }: { since: string; until: string }): string {
  const { timesMatched: times } = tool;
  const count = times === 1 ? 'Matched once' : times === 0 ? 'Not matched yet' : `Matched ${formatCount(times)} times`;
  return `${count} since ${formatDay(since)}, up to ${formatDay(until)}${describeOutcomes(tool)}`;
}
