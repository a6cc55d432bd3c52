import { expect, test } from 'vitest';
import { wordCheapest, wordGap } from '../../../components/wording/cost';
import { wordOrder, wordWeightings } from '../../../components/wording/weighing';
import type { CostAt } from '../../../lib/compare/crossover';
import type { Cost } from '../../../lib/compare/workload';

const nameOf = (slug: string): string => slug.toUpperCase();

test.each([
  [{ a: 1_771, b: 0 }, 0, 0, 'A ranks higher in all of them, B in none.'],
  [{ a: 1_000, b: 0 }, 771, 0, 'A ranks higher in 56\u00a0% of them, B in none; 44\u00a0% are ties.'],
  [{ a: 1, b: 1_770 }, 0, 0, 'B ranks higher in over 99\u00a0% of them, A in under 1\u00a0%.'],
  [{ a: 0, b: 0 }, 1_771, 0, 'all are ties.'],
  [{ a: 900, b: 0 }, 400, 471, 'A ranks higher in 51\u00a0% of them, B in none; 23\u00a0% are ties, in 27\u00a0% too little is known.'],
])('%j with %i ties and %i unranked: %s', (higher, ties, unranked, text) => {
  expect(wordWeightings({ weightings: 1_771, higher, ties, unranked }, nameOf)).toBe(text);
});

test('a tie names no winner', () => {
  expect(wordOrder({ kind: 'tie', slugs: ['a', 'b'], overlap: { low: 1, high: 2 } }, nameOf)).not.toMatch(/higher|better|wins/);
});

const cost = (slug: string, usd: string): CostAt => ({ slug, cost: { kind: 'cost', usd, host: 'Host', modelSlug: null, lines: [] } });
const unknown: Cost = { kind: 'unknown', because: { kind: 'unknown' } };

test.each<[string, CostAt[], string]>([
  ['less', [cost('a', '10'), cost('b', '2.5')], 'B costs least: $2.50 a month, 75\u00a0% less than A.'],
  ['hardly less', [cost('a', '1000'), cost('b', '1001')], 'A costs least: $1,000.00 a month, under 1\u00a0% less than B.'],
  ['the same', [cost('a', '3'), cost('b', '3.0')], 'A and B cost the same: $3.00 a month.'],
  ['one unknown', [cost('a', '3'), { slug: 'b', cost: unknown }], 'Which costs least cannot be said: the cost of B is unknown.'],
])('costs: %s', (_case, costs, text) => {
  expect(wordCheapest(costs, nameOf)).toBe(text);
});

test('what is supplied by the reader is never called free of cost', () => {
  expect(wordGap({ kind: 'self-hosted', supply: 'the GPU' })).toBe('it is free to run but you supply the GPU, which is not free');
});
