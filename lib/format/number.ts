/** `89671` → `89,671`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1` → `1 point`, `8.9` → `8.9 points`; the number as it is printed. */
export const namePoints = (printed: string | number): string => `${printed} ${String(printed) === '1' ? 'point' : 'points'}`;

/** `34` → `34 %` for a sentence: its space is one at which no line breaks. */
export const formatPercent = (percent: number): string => `${percent}\u00a0%`;

/** `0.712` → `71.2 %`; whole per cents lose the decimal, and what is not zero never prints as zero. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.0005) return 'under 0.1 %';
  return `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;
}

/** A score as it is published, at most two decimals: `36.4`. */
export function formatScore(score: number): string {
  return Number(score.toFixed(2)).toLocaleString('en-US');
}

/** Points, 0–100, as printed: a whole number. What is compared in words is compared as printed. */
export function roundPoints(points: number): number {
  return Math.round(points);
}

/** `['a','b','c']` → `a, b and c`. */
export function joinWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
