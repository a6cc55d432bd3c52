import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formula } from '../../../lib/rank/formula';
import { weighComponents } from '../../../lib/rank/match-graph';
import { type ComponentWeights, componentIds } from '../../../lib/rank/rank';
import { rankTool } from '../../../lib/rank/score';
import { type ComponentPoints, weighPoints, weighRank } from '../../../lib/rank/weigh';
import { asOf, realTools } from '../support/real-tools';

const ranks = realTools.map((tool) => ({ kind: tool.kind, rank: rankTool(tool, asOf) }));
const anyWeights: fc.Arbitrary<ComponentWeights> = fc.record({
  adoption: fc.integer({ min: 0, max: 100 }),
  quality: fc.integer({ min: 0, max: 100 }),
  ecosystem: fc.integer({ min: 0, max: 100 }),
  'match-graph': fc.integer({ min: 0, max: 100 }),
  freshness: fc.integer({ min: 0, max: 100 }),
});
const anyRank = fc.constantFrom(...ranks);
const some: ComponentPoints = { component: 'adoption', points: 80, low: 80, high: 80, coverage: 1, signals: ['stars'] };
const parts: readonly ComponentPoints[] = [
  some,
  { component: 'quality', points: 40, low: 20, high: 60, coverage: 0.5, signals: ['commits-90d'] },
  { component: 'ecosystem', points: 0, low: 0, high: 0, coverage: 0, signals: [] },
];
const weights: ComponentWeights = { adoption: 30, quality: 10, ecosystem: 60, 'match-graph': 0, freshness: 0 };

test('worked by hand: what does not apply gives its weight to the others in proportion', () => {
  const { total, low, high, coverage, ranked, components } = weighPoints(parts, weights);
  expect({ total, low, high, coverage, ranked }).toEqual({ total: 70, low: 65, high: 75, coverage: 0.875, ranked: true });
  expect(components.map(({ weight, contribution }) => [weight, contribution])).toEqual([
    [0.75, 60],
    [0.25, 10],
    [0, 0],
  ]);
});

test('weights that say nothing about the tool leave it without a rank', () => {
  expect(weighPoints(parts, { ...weights, adoption: 0, quality: 0 })).toMatchObject({ total: 0, low: 0, high: 0, ranked: false });
});

test('less evidence under the weights than the minimum is not ranked', () => {
  const scarce = parts.map((part) => ({ ...part, coverage: 0.49 }));
  expect(weighPoints(scarce, weights).ranked).toBe(false);
});

test.each(['whole per cents', 'the table'])('the weights of its kind give every tool its stored rank again (%s)', (form) => {
  for (const { kind, rank } of ranks) {
    const published = weighComponents(kind, { enough: false });
    const percents = { ...published };
    for (const id of componentIds) percents[id] = Math.round(formula[kind][id].weight * 100);
    const { total, low, high, coverage, ranked, components } = weighRank(rank, form === 'the table' ? published : percents);
    expect({ total, low, high, coverage, ranked, components }).toEqual({
      total: rank.total,
      low: rank.low,
      high: rank.high,
      coverage: rank.coverage,
      ranked: rank.ranked,
      components: rank.components,
    });
  }
});

test('contributions add up to the total, which lies inside the range', () => {
  fc.assert(
    fc.property(anyRank, anyWeights, ({ rank }, given) => {
      const { total, low, high, components } = weighRank(rank, given);
      expect(components.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(total, 5);
      expect(low).toBeLessThanOrEqual(total + 1e-5);
      expect(high).toBeGreaterThanOrEqual(total - 1e-5);
    }),
  );
});

test('only the proportions of weights count', () => {
  fc.assert(
    fc.property(anyRank, anyWeights, ({ rank }, given) => {
      const doubled = Object.fromEntries(Object.entries(given).map(([id, weight]) => [id, weight * 2])) as ComponentWeights;
      expect(weighRank(rank, doubled)).toEqual(weighRank(rank, given));
    }),
  );
});

test('all weight on one component gives its points', () => {
  for (const { rank } of ranks) {
    for (const { component, points, low, high, signals } of rank.components.filter(({ signals }) => signals.length > 0)) {
      const only = { adoption: 0, quality: 0, ecosystem: 0, 'match-graph': 0, freshness: 0, [component]: 100 };
      expect(signals.length > 0 && weighRank(rank, only)).toMatchObject({ total: points, low, high });
    }
  }
});
