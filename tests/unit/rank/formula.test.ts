import { expect, test } from 'vitest';
import { categoryIds } from '../../../lib/catalog/categories';
import { kinds } from '../../../lib/catalog/kinds';
import { appliesTo, isSignalId } from '../../../lib/catalog/signals';
import { formula } from '../../../lib/rank/formula';
import { componentIds } from '../../../lib/rank/rank';
import { scoreAmount } from '../../../lib/rank/scale';
import { rankTool } from '../../../lib/rank/score';
import { isRankedSignal, scoring } from '../../../lib/rank/scoring';
import { spreads } from '../../../lib/rank/spread';
import { aTool, today } from '../support/a-tool';
import { realTools } from '../support/real-tools';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const categoriesOf = (kind: string) => [...new Set(realTools.filter((tool) => tool.kind === kind).map((tool) => tool.category))];
const components = kinds.flatMap((kind) => componentIds.map((component) => ({ kind, component, ...formula[kind][component] })));
const used = components.flatMap(({ kind, component, signals }) => Object.keys(signals).map((signal) => ({ kind, component, signal })));

test.each(kinds)('the weights of %s add up to 1', (kind) => {
  expect(sum(componentIds.map((component) => formula[kind][component].weight))).toBeCloseTo(1, 12);
});

test.each(components.filter(({ weight }) => weight > 0))(
  'the shares of $component of $kind add up to 1 in its categories, and to nothing where none of it can be asked',
  ({ kind, signals }) => {
    const sums = categoriesOf(kind).map((category) =>
      sum(Object.entries(signals).flatMap(([signal, share]) => (isSignalId(signal) && appliesTo(signal, kind, category) ? [share] : []))),
    );
    expect(Math.max(...sums)).toBeCloseTo(1, 12);
    for (const each of sums.filter((sum) => sum > 0)) expect(each).toBeLessThanOrEqual(1 + 1e-12);
  },
);

test.each(kinds)('the shares of every component of %s add up to 1 for a tool of any of its categories', (kind) => {
  for (const category of categoriesOf(kind)) {
    for (const { component, weight, signals } of rankTool(aTool({ kind, category }), today).components) {
      if (weight > 0) expect(sum(signals.map(({ share }) => share)), `${component} in ${category}`).toBeCloseTo(1, 5);
    }
  }
});

test.each(components)('$component of $kind has a weight from 0 to 1 and says why', ({ weight, why }) => {
  expect(weight).toBeGreaterThanOrEqual(0);
  expect(weight).toBeLessThanOrEqual(1);
  expect(why).toMatch(/^[A-Z].{20,}\.$/s);
});

test.each(used)('$signal, used in $component of $kind, applies to it and is scored', ({ kind, signal }) => {
  expect(isRankedSignal(signal)).toBe(true);
  expect(categoryIds.some((category) => isSignalId(signal) && appliesTo(signal, kind, category))).toBe(true);
});

test.each(used)('$signal of $kind has a spread with worst ≤ prior ≤ best in points', ({ kind, signal }) => {
  if (!isRankedSignal(signal)) throw new Error(`${signal} is not ranked`);
  const spread = spreads[kind][signal];
  expect(spread?.sample).toMatch(/\S/);
  const points = (end: 'worst' | 'prior' | 'best'): number => scoreAmount(scoring[signal].scale, spread?.[end] ?? Number.NaN);
  expect(points('worst')).toBeLessThanOrEqual(points('prior'));
  expect(points('prior')).toBeLessThanOrEqual(points('best'));
  expect(points('worst'), 'an unknown value must leave something open').toBeLessThan(points('best'));
});

test('every scored signal is used by some formula', () => {
  const idle = Object.keys(scoring).filter((signal) => !used.some((each) => each.signal === signal));
  expect(idle).toEqual([]);
});

test.each(kinds)('the match graph of %s weighs nothing until enough outcomes exist', (kind) => {
  expect(formula[kind]['match-graph']).toMatchObject({ weight: 0, signals: {} });
});
