/** The value below which the share `of` (0 to 1) of the values lies, by the nearest one. Throws for no values. */
export function findQuantile(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))];
  if (found === undefined) throw new Error('There is no quantile of no values.');
  return found;
}

export const findMedian = (values: readonly number[]): number => findQuantile(values, 0.5);

/** The ratio of two series measured side by side, round by round: the median of the rounds' ratios, which a passing load moves least. */
export function findRatio(tops: readonly number[], bottoms: readonly number[]): number {
  return findMedian(tops.flatMap((top, round) => (bottoms[round] ? [top / bottoms[round]] : [])));
}

/** Waits for `call` and says how long it took. */
export async function time<Value>(call: () => Promise<Value> | Value): Promise<{ ms: number; value: Value }> {
  const began = performance.now();
  const value = await call();
  return { ms: performance.now() - began, value };
}
