import type { NeedWord } from './weigh-need';

/** What a word of the need gave to the score of a tool; these are the whole score. */
export type WordWeight = { word: string; weight: number };

/** Below this share of a need of few words, what was found is "the nearest", not an answer. */
const greatestLeast = 0.4;
/** From four words on less is enough: a long story has many words beside the point. Both figures are measured (README.md). */
const leastOfOne = 0.95;
const falling = 0.7;

export const findLeastFit = (words: readonly NeedWord[]): number => Math.min(greatestLeast, leastOfOne * Math.max(1, words.length) ** -falling);

/** 0–1: how much of what the need says is found in the text of a tool. A word counts in full once its weight reaches its worth. */
export function judgeFit(words: readonly NeedWord[], found: readonly WordWeight[]): number {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return 0;
  const given = new Map(found.map(({ word, weight }) => [word, weight]));
  return words.reduce((sum, { word, weight }) => sum + Math.min(weight, given.get(word) ?? 0), 0) / whole;
}
