import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWorkload, parseWorkload } from '../../../lib/address/workload';
import { kinds } from '../../../lib/catalog/kinds';
import { compareTools } from '../../../lib/compare/compare';
import { makeReaderSet } from '../../../lib/compare/make-reader-set';
import { weighSet } from '../../../lib/compare/reader-set';
import { workloadPresets } from '../../../lib/compare/workload-presets';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { publishedWeights, sameWeights, weightPresets } from '../../../lib/rank/weight-presets';
import { anyReaderWeights } from '../support/arbitrary-views';
import { realCuratedPairs, realPairs } from '../support/real-tools';

const counted = { since: '2026-08-01', until: '2026-08-22' };
const pairs = [...realCuratedPairs, ...realPairs.filter((_pair, index) => index % 20 === 7)];
const setOf = (tools: readonly RankedTool[]) => makeReaderSet({ tools, relation: 'rivals' }, {});
const ofOneKind = pairs.filter(([a, b]) => a.kind === b.kind);

test('with the published weights every flagship pair and a sample come out as the verdict says', () => {
  for (const pair of pairs) {
    const comparison = compareTools(pair, counted);
    const set = makeReaderSet(comparison, {});
    if (set.published === null) {
      expect(comparison.verdict.some(({ kind }) => kind === 'ranks-higher' || kind === 'tie')).toBe(false);
      continue;
    }
    const { ranks, order } = weighSet(set, set.published);
    ranks.forEach(({ weighed, published }) => {
      const { total, low, high, ranked } = weighed;
      expect({ total, low, high, ranked }).toEqual(published);
    });
    const said = comparison.verdict.find(({ kind }) => kind === 'ranks-higher' || kind === 'tie');
    const about = pair.map(({ slug }) => slug).join(' ');
    if (order === 'different-jobs' || order === 'not-ranked') expect(said, about).toBeUndefined();
    else expect(said, about).toMatchObject(order.kind === 'tie' ? order : { kind: 'ranks-higher', slug: order.slug, by: order.by });
  }
});

test('whatever the weights, a swap changes the order of the columns alone, and ranges that overlap have no winner', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ofOneKind), anyReaderWeights, ([a, b], weights) => {
      const [one, other] = [weighSet(setOf([a, b]), weights), weighSet(setOf([b, a]), weights)];
      expect(other.order).toEqual(one.order);
      expect([...other.ranks].reverse()).toEqual(one.ranks);
      const [first, second] = one.ranks.map(({ weighed }) => weighed);
      if (!first || !second || typeof one.order === 'string') return;
      const overlap = Math.round(first.high) >= Math.round(second.low) && Math.round(second.high) >= Math.round(first.low);
      expect(one.order.kind).toBe(overlap ? 'tie' : 'higher');
    }),
    { numRuns: 300 },
  );
});

test('tools of different kinds have no common weights, and other jobs no winner', () => {
  const mixed = pairs.find(([a, b]) => a.kind !== b.kind);
  expect(mixed && setOf(mixed).published).toBeNull();
  const [pair] = ofOneKind;
  expect(pair && weighSet(makeReaderSet({ tools: pair, relation: 'unrelated' }, {}), weightPresets[0].weights).order).toBe('different-jobs');
});

test.each(kinds)('the published weights of %s are whole per cents that add up to 100', (kind) => {
  expect(Object.values(publishedWeights(kind)).reduce((sum, each) => sum + each, 0)).toBe(100);
});

test('presets of weights add up to 100 and are none of the others', () => {
  for (const { weights } of weightPresets) expect(Object.values(weights).reduce((sum, each) => sum + each, 0)).toBe(100);
  weightPresets.forEach((one, index) => {
    expect(weightPresets.findIndex((other) => sameWeights(one.weights, other.weights))).toBe(index);
  });
});

test.each(workloadPresets)('the preset $id can stand in an address, and its source says its numbers', ({ workload, source }) => {
  const whole = { ...workload, model: null, by: 'input' } as const;
  expect(parseWorkload(formatWorkload(whole))).toEqual(whole);
  if (source === null) return;
  const [prefix = 0, fresh = 0, output] = [...source.says.matchAll(/[\d,]+(?= (?:tokens|new|of output))/g)].map(([figure]) =>
    Number(figure.replaceAll(',', '')),
  );
  expect(workload).toMatchObject({ input: prefix + fresh, output, cached: Math.round((prefix / (prefix + fresh)) * 100) });
});
