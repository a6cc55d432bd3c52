import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideOrder } from '../../../lib/rank/order';
import type { ComponentId, ComponentWeights } from '../../../lib/rank/rank';
import { weighPoints } from '../../../lib/rank/weigh';
import { countWeightings, listWeighable, listWeightings, type WeighedTool, weightStep } from '../../../lib/rank/weightings';
import { realCuratedPairs, realPairs } from '../support/real-tools';

const ids = ['adoption', 'quality', 'ecosystem', 'freshness'] as const satisfies readonly ComponentId[];

const nothing: ComponentWeights = { adoption: 0, quality: 0, ecosystem: 0, 'match-graph': 0, freshness: 0 };

/** A tool with these points in the four components, each known to within `half` points. */
const aScored = (slug: string, points: readonly number[], half = 0): WeighedTool => ({
  slug,
  components: ids.map((component, index) => {
    const at = points[index] ?? 0;
    return { component, points: at, low: Math.max(0, at - half), high: Math.min(100, at + half), coverage: 1, signals: ['stars'] };
  }),
});

test('the grid holds every way to share 100 % out in steps of 5 % among four components: 1,771', () => {
  const grid = listWeightings(4);
  expect(grid).toHaveLength(1_771);
  expect(new Set(grid.map((weights) => weights.join()))).toHaveProperty('size', 1_771);
  for (const weights of grid) expect(weights.reduce((sum, each) => sum + each, 0)).toBe(100);
});

test('a component that nobody can be asked about has no place in the grid', () => {
  expect(listWeightings(2)).toHaveLength(100 / weightStep + 1);
  const without = aScored('a', [1, 2, 3, 4]).components.map((each) => (each.component === 'ecosystem' ? { ...each, signals: [] } : each));
  expect(listWeighable([{ slug: 'a', components: without }])).toEqual(['adoption', 'quality', 'freshness']);
});

test('worked by hand: two components, one for each tool', () => {
  const pick = (tool: WeighedTool): WeighedTool => ({ ...tool, components: tool.components.slice(0, 2) });
  const shares = countWeightings([pick(aScored('a', [60, 0])), pick(aScored('b', [0, 60]))]);
  expect(shares).toEqual({ weightings: 21, higher: { a: 10, b: 10 }, ties: 1, unranked: 0 });
});

test('a tool that is ahead everywhere by more than the ranges are wide ranks higher under all of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 5 }), (points, half) => {
      const [behind, ahead] = [
        aScored('b', points, half),
        aScored(
          'a',
          points.map((each) => each + 2 * half + 2),
          half,
        ),
      ];
      expect(countWeightings([behind, ahead])).toMatchObject({ higher: { a: 1_771, b: 0 }, ties: 0, unranked: 0 });
    }),
    { numRuns: 20 },
  );
});

test('a tool that is nowhere behind never ranks lower, and equal tools always tie', () => {
  const anyPoints = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(anyPoints, anyPoints, (one, other) => {
      const better = one.map((each, index) => Math.max(each, other[index] ?? 0));
      expect(countWeightings([aScored('a', better), aScored('b', other)]).higher.b).toBe(0);
      expect(countWeightings([aScored('a', one), aScored('b', one)])).toMatchObject({ ties: 1_771 });
    }),
    { numRuns: 20 },
  );
});

test('less known than the minimum under a weighting is counted as that, never as a defeat', () => {
  const dark: WeighedTool = { slug: 'b', components: aScored('b', [9, 9, 9, 9], 9).components.map((each) => ({ ...each, coverage: 0 })) };
  expect(countWeightings([aScored('a', [90, 90, 90, 90]), dark])).toEqual({ weightings: 1_771, higher: { a: 0, b: 0 }, ties: 0, unranked: 1_771 });
});

/** Share of all weightings, taken evenly, under which Σ weight × difference is above zero (differences distinct): Σ over dᵢ > 0 of dᵢ³ ÷ Π (dᵢ − dⱼ). */
const exactShare = (differences: readonly number[]): number =>
  differences.reduce((sum, d, i) => (d <= 0 ? sum : sum + d ** 3 / differences.reduce((all, other, j) => (i === j ? all : all * (d - other)), 1)), 0);

test('the grid agrees with the closed form of the share within 6 points of 100', () => {
  const anyDifference = fc.integer({ min: -98, max: 98 });
  fc.assert(
    fc.property(fc.uniqueArray(anyDifference, { minLength: 4, maxLength: 4 }), (differences) => {
      // A component on which the tools hardly differ decides at the border of the grid alone, where a grid is densest.
      fc.pre(Math.min(...differences.map(Math.abs)) >= 10);
      const one = aScored(
        'a',
        differences.map((each) => Math.max(0, each)),
      );
      const other = aScored(
        'b',
        differences.map((each) => Math.max(0, -each)),
      );
      const { weightings, higher, ties } = countWeightings([one, other]);
      // Printed points are whole, so a margin below one point is a tie: the exact border lies inside the ties.
      const [least, most] = [(higher.a ?? 0) / weightings, ((higher.a ?? 0) + ties) / weightings];
      expect(exactShare(differences)).toBeGreaterThanOrEqual(least - 0.06);
      expect(exactShare(differences)).toBeLessThanOrEqual(most + 0.06);
    }),
    { numRuns: 200 },
  );
});

const ofOneFormula = [...realCuratedPairs, ...realPairs].filter(([a, b]) => a.kind === b.kind);
const seeded = [...realCuratedPairs.filter(([a, b]) => a.kind === b.kind), ...ofOneFormula.filter((_pair, index) => index % 16 === 5).slice(0, 60)];
const toWeighed = ({ slug, rank }: (typeof realCuratedPairs)[number][0]): WeighedTool => ({ slug, components: rank.components });

test('under every weighting of the grid it decides as the formula and the verdict do', () => {
  for (const [a, b] of seeded.filter((_pair, index) => index % 20 === 0)) {
    const tools = [toWeighed(a), toWeighed(b)];
    const asked = listWeighable(tools);
    const counted = { higher: { [a.slug]: 0, [b.slug]: 0 }, ties: 0, unranked: 0 };
    for (const amounts of listWeightings(asked.length)) {
      const weights = { ...nothing, ...Object.fromEntries(asked.map((id, index) => [id, amounts[index]])) };
      const ranks = tools.map(({ slug, components }) => ({ slug, ...weighPoints(components, weights) }));
      const order = ranks.every(({ ranked }) => ranked) ? decideOrder(ranks) : null;
      if (order === null) counted.unranked += 1;
      else if (order.kind === 'tie') counted.ties += 1;
      else counted.higher[order.slug] = (counted.higher[order.slug] ?? 0) + 1;
    }
    expect(countWeightings(tools), `${a.slug} ${b.slug}`).toMatchObject(counted);
  }
});

test('every flagship pair and a sample: outcomes add up, a swap changes nothing, and a denser grid, in steps of 2 %, says the same within 3 points', () => {
  expect(seeded.length).toBeGreaterThan(60);
  for (const [a, b] of seeded) {
    const tools = [toWeighed(a), toWeighed(b)];
    const shares = countWeightings(tools);
    const sum = Object.values(shares.higher).reduce((all, each) => all + each, shares.ties + shares.unranked);
    expect(sum, `${a.slug} ${b.slug}`).toBe(shares.weightings);
    expect(countWeightings([...tools].reverse())).toEqual(shares);
  }
  for (const [a, b] of seeded.filter((_pair, index) => index % 6 === 0)) {
    const [coarse, dense] = [countWeightings([toWeighed(a), toWeighed(b)]), countWeightings([toWeighed(a), toWeighed(b)], 2)];
    for (const slug of [a.slug, b.slug]) {
      const apart = Math.abs((coarse.higher[slug] ?? 0) / coarse.weightings - (dense.higher[slug] ?? 0) / dense.weightings);
      expect(apart, `${a.slug} ${b.slug}`).toBeLessThanOrEqual(0.03);
    }
  }
});
