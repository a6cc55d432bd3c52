import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionsKey, findCurrentFacts, findFact, findHistory, isResold } from '../../../lib/catalog/current';
import type { StoredFact } from '../../../lib/catalog/tool';
import { aFact, aGap } from '../support/a-tool';
import { factsOf } from '../support/arbitrary-tools';

const older = { asOf: '2026-01-01' };
const newer = { asOf: '2026-06-01' };

test('nothing known is null', () => {
  expect(findFact([], 'stars')).toBeNull();
  expect(findFact([aFact('forks', 1)], 'stars')).toBeNull();
  expect(findHistory([], 'stars')).toEqual([]);
});

test('of two readings by one method the newer counts', () => {
  const [past, now] = [aFact('stars', 1, older), aFact('stars', 2, newer)];
  expect(findFact([past, now], 'stars')).toBe(now);
});

test('a measurement counts before a newer claim', () => {
  const [measured, claimed] = [aFact('stars', 1, { ...older, method: 'measured' }), aFact('stars', 2, { ...newer, method: 'vendor-claimed' })];
  expect(findFact([claimed, measured], 'stars')).toBe(measured);
});

test('a price at its maker comes before a reseller, and one without conditions before both', () => {
  const [resold, own, plain] = [
    aFact('price-input', '1', { ...newer, conditions: { host: 'OpenRouter' } }),
    aFact('price-input', '2', { ...older, conditions: { host: 'OpenAI API' } }),
    aFact('price-input', '3', older),
  ];
  expect(findCurrentFacts([resold, own], 'price-input')).toEqual([own, resold]);
  expect(findCurrentFacts([resold, own, plain], 'price-input')).toEqual([plain, own, resold]);
  expect([resold, own, plain].map(isResold)).toEqual([true, false, false]);
});

test('of a benchmark under two conditions the higher result is shown first, whatever its date', () => {
  const [low, high] = [
    aFact('gpqa-diamond', 0.7, { ...newer, conditions: { effort: 'low' } }),
    aFact('gpqa-diamond', 0.8, { ...older, conditions: { effort: 'high' } }),
  ];
  expect(findCurrentFacts([low, high], 'gpqa-diamond')).toEqual([high, low]);
});

test('conditions in another order are the same conditions', () => {
  expect(conditionsKey({ a: '1', b: '2' })).toBe(conditionsKey({ b: '2', a: '1' }));
  expect(
    findCurrentFacts(
      [aFact('stars', 1, { ...older, conditions: { a: '1', b: '2' } }), aFact('stars', 2, { ...newer, conditions: { b: '2', a: '1' } })],
      'stars',
    ),
  ).toHaveLength(1);
});

test('a corrected fact does not count, but stays in the history', () => {
  const wrong = aFact('stars', 999, newer);
  const right = aFact('stars', 99, { ...older, corrects: wrong.key });
  expect(findFact([wrong, right], 'stars')).toBe(right);
  expect(findHistory([wrong, right], 'stars')).toEqual([right, wrong]);
});

test('a correction can be corrected', () => {
  const first = aFact('stars', 1, newer);
  const second = aFact('stars', 2, { ...newer, corrects: first.key });
  const third = aFact('stars', 3, { ...older, corrects: second.key });
  expect(findFact([first, second, third], 'stars')).toBe(third);
});

test('the history is oldest first, also where methods differ', () => {
  const facts = [
    aFact('stars', 1, { asOf: '2026-01-01' }),
    aFact('stars', 2, { asOf: '2026-03-01', method: 'vendor-claimed' }),
    aFact('stars', 3, { asOf: '2026-02-01' }),
  ];
  expect(findHistory(facts, 'stars').map(({ asOf }) => asOf)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
});

test('the history holds the conditions of the headline alone', () => {
  const own = aFact('price-input', '2', { conditions: { host: 'OpenAI API' } });
  expect(findHistory([own, aFact('price-input', '1', { conditions: { host: 'OpenRouter' } })], 'price-input')).toEqual([own]);
});

const sign = (facts: readonly StoredFact[], a: StoredFact, b: StoredFact): number => {
  const order = findCurrentFacts(facts, a.signal);
  return Math.sign(order.indexOf(a) - order.indexOf(b));
};

/** Facts each under conditions of its own, so that all of them count and only the order between them is in question. */
const apart = fc
  .constantFrom('gpqa-diamond' as const, 'price-input' as const, 'context-tokens' as const)
  .chain((signal) =>
    factsOf(signal, { minLength: 2, maxLength: 6 }).map((facts) =>
      facts.map((fact, index) => ({ ...fact, conditions: { ...fact.conditions, run: String(index) } })),
    ),
  );

test('the order of current facts is antisymmetric and transitive: two of them are ordered the same in any company', () => {
  fc.assert(
    fc.property(apart, (facts) => {
      for (const a of facts) {
        for (const b of facts) {
          if (a === b) continue;
          expect(sign([a, b], a, b)).toBe(-sign([b, a], b, a));
          expect(sign(facts, a, b)).toBe(sign([a, b], a, b));
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('the current facts do not depend on the order in which facts are stored', () => {
  const shuffled = fc
    .constantFrom('gpqa-diamond' as const, 'price-input' as const, 'stars' as const)
    .chain((signal) => factsOf(signal, { maxLength: 7 }))
    .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })));
  fc.assert(
    fc.property(shuffled, ([facts, other]) => {
      for (const signal of ['gpqa-diamond', 'price-input', 'stars'] as const) {
        expect(findCurrentFacts(other, signal)).toEqual(findCurrentFacts(facts, signal));
        expect(findHistory(other, signal)).toEqual(findHistory(facts, signal));
      }
    }),
    { numRuns: 200 },
  );
});

test('a reason why a benchmark does not apply never comes before a result', () => {
  const result = aFact('gpqa-diamond', 0.5, { ...older, conditions: { effort: 'low' } });
  const gap = aGap('gpqa-diamond', 'It has none.', { ...newer, conditions: { effort: 'high' } });
  expect(findCurrentFacts([gap, result], 'gpqa-diamond')).toEqual([result, gap]);
});
