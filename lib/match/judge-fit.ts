import type { NeedWord } from './weigh-need';

/** What a word of the need gave to the score of a tool; these are the whole score. */
export type WordWeight = { word: string; weight: number };

/** Below this share of the need, what was found is "the nearest", not an answer. */
const leastFit = 0.4;

/** A long story has many words beside the point: it needs as much of it answered as a need of five words. */
export const findLeastFit = (words: readonly NeedWord[]): number => Math.min(leastFit, (5 * leastFit) / Math.max(1, words.length));

/** 0–1: how much of what the need says is found in the text of a tool. A word counts in full once its weight reaches its worth. */
export function judgeFit(words: readonly NeedWord[], found: readonly WordWeight[]): number {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return 0;
  const given = new Map(found.map(({ word, weight }) => [word, weight]));
  return words.reduce((sum, { word, weight }) => sum + Math.min(weight, given.get(word) ?? 0), 0) / whole;
}
