/**
 * How the weights of a term's postings are spread: so many of them are at least so great. Measured over 3.1 million postings of
 * 100,000 tools and 300,000 of 10,000, alike for rare and common terms.
 */
const spread = [
  { weight: 0, share: 1 },
  { weight: 0.38, share: 0.95 },
  { weight: 0.61, share: 0.8 },
  { weight: 0.91, share: 0.6 },
  { weight: 1.11, share: 0.4 },
  { weight: 1.28, share: 0.2 },
  { weight: 1.49, share: 0.1 },
  { weight: 1.7, share: 0.05 },
  { weight: 2.05, share: 0.01 },
  { weight: 2.6, share: 0 },
] as const;

/** The share of a term's postings whose weight is at least so great. */
function findShare(weight: number): number {
  const after = spread.findIndex((point) => point.weight > weight);
  const [low, high] = [spread[after - 1], spread[after]];
  if (low === undefined || high === undefined) return after === 0 ? 1 : 0;
  return low.share + ((high.share - low.share) * (weight - low.weight)) / (high.weight - low.weight);
}

/** `weight` of the term in the need, and how many tools have it. */
export type Shared = { weight: number; tools: number };

const halvings = 40;

/**
 * How many postings of each term are read, in the order of the terms, of a budget for all: those that may add most to a score,
 * whichever term they belong to. At least one of each; all of them when the budget allows.
 */
export function shareReading(terms: readonly Shared[], budget: number): number[] {
  const all = terms.reduce((sum, { tools }) => sum + tools, 0);
  if (all <= budget) return terms.map(({ tools }) => tools);
  const share = (least: number): number[] => terms.map(({ weight, tools }) => Math.max(Math.min(1, tools), Math.floor(tools * findShare(least / weight))));
  // The least that a posting must add to be read: found by halving, since the sum falls as it rises.
  let [low, high] = [0, Math.max(...terms.map(({ weight }) => weight)) * 2.6];
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (low + high) / 2;
    if (share(middle).reduce((sum, each) => sum + each, 0) > budget) low = middle;
    else high = middle;
  }
  return share(high);
}
