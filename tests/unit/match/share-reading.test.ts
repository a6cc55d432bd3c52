import { expect, test } from 'vitest';
import { shareReading } from '../../../lib/match/share-reading';

const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);

test('what fits the budget is read whole', () => {
  expect(
    shareReading(
      [
        { weight: 1, tools: 5 },
        { weight: 7, tools: 100 },
      ],
      105,
    ),
  ).toEqual([5, 100]);
  expect(shareReading([], 100)).toEqual([]);
});

test('a budget is used and not exceeded', () => {
  const terms = Array.from({ length: 12 }, (_none, place) => ({ weight: 1 + place / 2, tools: 10_000 - 800 * place }));
  for (const budget of [100, 5_000, 30_000]) {
    expect(sum(shareReading(terms, budget))).toBeLessThanOrEqual(budget);
    expect(sum(shareReading(terms, budget))).toBeGreaterThan(0.95 * budget);
  }
});

test('of two terms that as many tools have, more is read of the one that weighs more', () => {
  const [light = 0, heavy = 0] = shareReading(
    [
      { weight: 1, tools: 5_000 },
      { weight: 3, tools: 5_000 },
    ],
    4_000,
  );
  expect(heavy).toBeGreaterThan(2 * light);
});

test('every term that tools have is read a little', () => {
  const terms = [
    { weight: 0.1, tools: 50_000 },
    { weight: 9, tools: 50_000 },
    { weight: 9, tools: 0 },
  ];
  expect(shareReading(terms, 10)[0]).toBe(1);
  expect(shareReading(terms, 10)[2]).toBe(0);
});
