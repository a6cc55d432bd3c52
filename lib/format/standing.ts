/**
 * Where a tool stands among the ranked ones of its category, as its percentile (0–100): `percentile 75 of vector
 * databases`. Never "first" or "last": tools whose ranges overlap are tied.
 */
export function formatStanding(percentile: number, category: string): string {
  return `percentile ${Math.round(percentile)} of ${category}`;
}
