/** Where a tool stands among the ranked ones of its category, from its percentile (0–100): `first of vector databases`. */
export function formatStanding(percentile: number, category: string): string {
  if (percentile >= 100) return `first of ${category}`;
  if (percentile <= 0) return `last of ${category}`;
  return `ahead of ${Math.round(percentile)} % of ${category}`;
}
