import { expect, test } from 'vitest';
import { shareReading } from '../../../lib/match/share-reading';

test.each([
  ['what fits the budget is read whole', [5, 100, 20], 1_000, [5, 100, 20]],
  ['common terms share what rare ones leave', [10, 5_000, 9_000], 1_010, [10, 500, 500]],
  ['a share that a term does not need goes to the others', [300, 5_000, 450], 1_500, [300, 750, 450]],
  ['every term is read a little', [10, 10, 10], 0, [1, 1, 1]],
  ['no terms', [], 100, []],
])('%s', (_fact, counts, budget, shares) => {
  expect(shareReading(counts, budget)).toEqual(shares);
});
