import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growing } from '../../../lib/address/workload';
import { costAt, drawCrossover, findCheapest, type PricedTool } from '../../../lib/compare/crossover';
import type { PricedModel } from '../../../lib/compare/workload';
import { anOffer, aPriced, aWorkload } from '../support/a-workload';
import { checkCrossover } from '../support/check-crossover';

// a: $1 in, $10 out; b: $2 in, $4 out. With 500 out: a = .005 + x, b = .002 + 2x (in thousands): they meet at 3,000 in.
const a = aPriced('a', { input: '1', output: '10', 'cache-read': '0.9' });
const b = aPriced('b', { input: '2', output: '4', 'cache-read': '0.2' });
const changesOf = (tools: readonly PricedTool[], part: Parameters<typeof aWorkload>[0], model: PricedModel | null = null) =>
  drawCrossover(tools, aWorkload(part), model).changes;

test('worked by hand: the cheaper one changes at 3,000 tokens of input, where both cost the same', () => {
  expect(changesOf([a, b], { output: 500, by: 'input' })).toEqual([{ at: 3_000, equal: true, from: ['b'], to: ['a'] }]);
});

test('worked by hand: with 1,000 in, it changes between 166 and 167 tokens of output', () => {
  expect(changesOf([a, b], { output: 100, by: 'output' })).toEqual([{ at: 166, equal: false, from: ['a'], to: ['b'] }]);
});

test('worked by hand: cached input turns it round', () => {
  // 1,000 in and 100 out: a = 2 − .1 c/100, b = 2.4 − 1.8 c/100: they meet at c = 23.5 %.
  expect(changesOf([a, b], { output: 100, by: 'cached' })).toEqual([{ at: 23, equal: false, from: ['a'], to: ['b'] }]);
});

test('calls multiply every cost alike: the cheaper one stays it', () => {
  expect(changesOf([a, b], { by: 'calls' })).toEqual([]);
});

test('of three, one that is never the cheapest changes nothing', () => {
  const dear = aPriced('c', { input: '2', output: '11', 'cache-read': '1' });
  expect(changesOf([a, b, dear], { output: 500, by: 'input' })).toEqual([{ at: 3_000, equal: true, from: ['b'], to: ['a'] }]);
});

test('equal prices never change', () => {
  expect(changesOf([a, { ...a, slug: 'same' }], {})).toEqual([]);
});

test('a tool whose cost is unknown anywhere on the way is left out, with its reason', () => {
  const gap = aPriced('gap', { input: '1', output: '1' });
  const { tools, left } = drawCrossover([a, b, gap], aWorkload({ by: 'cached' }), null);
  expect(tools.map(({ slug }) => slug)).toEqual(['a', 'b']);
  expect(left).toEqual([{ slug: 'gap', because: { kind: 'no-price', host: 'Example API', meter: 'cache-read' } }]);
});

test('nothing to draw is nothing, not an endless search', () => {
  expect(drawCrossover([{ slug: 'x', basis: { kind: 'unknown' } }], aWorkload(), null)).toMatchObject({ tools: [], changes: [] });
});

test('the chart ends where a price ceases to hold', () => {
  const short = aPriced('short', { input: '1', output: '1' }, 1_500);
  expect(drawCrossover([a, short], aWorkload({ by: 'input' }), null).end).toBe(1_500);
});

test('tools of one picked model cost the same', () => {
  const needs = (slug: string): PricedTool => ({ slug, basis: { kind: 'needs-model' } });
  const model: PricedModel = { slug: 'm', name: 'M', offer: anOffer({ input: '1', output: '2' }) };
  const workload = aWorkload();
  expect(findCheapest(costAt([needs('x'), needs('y')], workload, workload.input, model))).toEqual(['x', 'y']);
});

test('for any prices the cheaper one is what the changes say, up to each of them and beyond', () => {
  const price = fc.integer({ min: 0, max: 4_000 }).map((cents) => String(cents / 100));
  const anyTool = fc.record({ input: price, output: price, 'cache-read': price, 'cache-write': price });
  fc.assert(
    fc.property(
      fc.array(anyTool, { minLength: 2, maxLength: 4 }),
      fc.record({ input: fc.nat(50_000), output: fc.nat(5_000), cached: fc.nat(60), written: fc.nat(40), by: fc.constantFrom(...growing) }),
      (prices, part) => {
        const workload = aWorkload(part);
        checkCrossover(
          drawCrossover(
            prices.map((each, index) => aPriced(`t${index}`, each)),
            workload,
            null,
          ),
          workload,
          null,
        );
      },
    ),
    { numRuns: 200 },
  );
});
