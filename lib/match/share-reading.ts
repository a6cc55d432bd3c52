/**
 * How many postings of each term are read, in the order of the terms, of a budget for all: rare terms are read whole,
 * and what is left is shared evenly by the others. At least one of each.
 */
export function shareReading(counts: readonly number[], budget: number): number[] {
  const shares = counts.map(() => 0);
  let left = budget;
  const byCount = counts.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count || a.index - b.index);
  byCount.forEach(({ count, index }, place) => {
    const share = Math.min(count, Math.max(1, Math.floor(left / (counts.length - place))));
    shares[index] = share;
    left -= share;
  });
  return shares;
}
