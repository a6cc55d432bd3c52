import type { SearchFilter } from '../../lib/address/search';
import { formatDay } from '../../lib/format/day';
import { formatCount, joinWords } from '../../lib/format/number';
import { wordChoice, wordFilter } from './choice';

export const wordSearchFilter = (filter: SearchFilter): string => (filter === 'maxPrice' ? 'Input price at most' : wordFilter(filter));

export const wordSearchChoice = (filter: SearchFilter, value: string): string =>
  filter === 'maxPrice' ? `$${Number(value).toFixed(2)} per 1M tokens, or free` : wordChoice(filter, value);

const quote = (words: readonly string[]): string =>
  joinWords(
    words.map((word) => `“${word}”`),
    'or',
  );

/** Why nothing fits: the words that no tool answers, or that what answers the rest is too little. */
export const wordUnanswered = (unanswered: readonly string[]): string =>
  unanswered.length === 0 ? 'no tool answers enough of it' : `no tool here answers ${quote(unanswered)}`;

/** The weight of a word in a score, as printed. */
export const wordWeight = (weight: number): string => (weight < 0.05 ? 'under 0.1' : weight.toFixed(1));

export function wordMatched(times: number, { since, until }: { since: string; until: string }): string {
  const count = times === 1 ? 'Matched once' : times === 0 ? 'Not matched yet' : `Matched ${formatCount(times)} times`;
  return `${count} since ${formatDay(since)}, up to ${formatDay(until)}`;
}
