import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Basis, compareSums, computeCost, meters, type PricedModel } from '../../../lib/compare/workload';
import { fromUnits, toUnits } from '../../../lib/format/decimal';
import { formatSum } from '../../../lib/format/price';
import { anOffer, aWorkload } from '../support/a-workload';
import { anyWorkload } from '../support/arbitrary-views';

const full = { input: '3', output: '15', 'cache-read': '0.3', 'cache-write': '3.75' };
const tokens = (prices: Parameters<typeof anOffer>[0], promptLimit: number | null = null): Basis => ({
  kind: 'tokens',
  offer: anOffer(prices, promptLimit),
  writesText: true,
});
const usdOf = (basis: Basis, workload = aWorkload(), model: PricedModel | null = null): string => {
  const cost = computeCost(basis, workload, model);
  if (cost.kind !== 'cost') throw new Error(`not computed: ${JSON.stringify(cost.because)}`);
  return cost.usd;
};

// 1,000 in and 500 out, 100 calls a day, 30 days: 3 M in, 1.5 M out a month.
test.each([
  ['nothing cached', {}, '31.5'], // 3 × 3 + 1.5 × 15
  ['half of the input read from the cache', { cached: 50 }, '27.45'], // 1.5 × 3 + 1.5 × .3 + 1.5 × 15
  ['a tenth written, half read', { cached: 50, written: 10 }, '27.675'], // 1.2 × 3 + 1.5 × .3 + .3 × 3.75 + 22.5
  ['all read from the cache', { cached: 100 }, '23.4'], // 3 × .3 + 22.5
  ['no output', { output: 0 }, '9'],
  ['nothing at all', { input: 0, output: 0 }, '0'],
  ['a third of one token', { input: 1, output: 0, cached: 33, calls: 1 }, '0.00006327'], // 30 × (.67 × 3 + .33 × .3) / 10⁶
])('worked by hand: %s', (_case, part, usd) => {
  expect(usdOf(tokens(full), aWorkload(part))).toBe(usd);
});

test('prices of many decimals lose nothing', () => {
  expect(usdOf(tokens({ input: '0.083333333333333334', output: '0' }), aWorkload({ input: 9_999_999, output: 0, calls: 9_999_999 }))).toBe(
    '249999950.00000250199999960000002',
  );
});

test.each(meters.map((meter) => [meter]))('without a price of %s the cost is unknown, never less', (missing) => {
  const prices = Object.fromEntries(Object.entries(full).filter(([meter]) => meter !== missing));
  expect(computeCost(tokens(prices), aWorkload({ cached: 40, written: 10 }), null)).toEqual({
    kind: 'unknown',
    because: { kind: 'no-price', host: 'Example API', meter: missing },
  });
});

test('a meter on which nothing runs needs no price', () => {
  expect(usdOf(tokens({ input: '3', output: '15' }))).toBe('31.5');
  expect(usdOf(tokens({ input: '3' }), aWorkload({ output: 0 }))).toBe('9');
});

test('a price that holds up to a length says nothing about longer prompts', () => {
  const basis = tokens(full, 200_000);
  expect(computeCost(basis, aWorkload({ input: 200_000 }), null).kind).toBe('cost');
  expect(computeCost(basis, aWorkload({ input: 200_001 }), null)).toEqual({
    kind: 'unknown',
    because: { kind: 'prompt-too-long', host: 'Example API', limit: 200_000 },
  });
});

test('a model that writes no text has no cost of output', () => {
  const embedding: Basis = { kind: 'tokens', offer: anOffer({ input: '0.1' }), writesText: false };
  expect(computeCost(embedding, aWorkload(), null)).toEqual({ kind: 'unknown', because: { kind: 'no-output' } });
  expect(usdOf(embedding, aWorkload({ output: 0 }))).toBe('0.3');
});

test('a tool that needs a model costs what the picked one costs, and without one is not priced', () => {
  const model: PricedModel = { slug: 'm', name: 'M', offer: anOffer(full) };
  const cost = computeCost({ kind: 'needs-model' }, aWorkload(), model);
  expect(cost).toMatchObject({ kind: 'cost', usd: '31.5', modelSlug: 'm' });
  expect(computeCost({ kind: 'needs-model' }, aWorkload(), null)).toEqual({ kind: 'unknown', because: { kind: 'no-model' } });
});

test.each<Basis>([
  { kind: 'self-hosted', supply: 'the GPU' },
  { kind: 'other-unit', unit: 'a picture' },
  { kind: 'subscription', usdPerMonth: '9.99' },
  { kind: 'free-tier' },
  { kind: 'not-sold', why: 'withdrawn' },
  { kind: 'unknown' },
])('what is paid for otherwise ($kind) is not free and has no cost of tokens', (basis) => {
  expect(computeCost(basis, aWorkload(), null)).toEqual({ kind: 'unknown', because: basis });
  expect(computeCost(basis, aWorkload({ input: 0, output: 0 }), null).kind).toBe('unknown');
});

test('lines add up to the cost exactly, and twice the calls cost twice as much', () => {
  fc.assert(
    fc.property(anyWorkload, (workload) => {
      const cost = computeCost(tokens(full), workload, null);
      if (cost.kind !== 'cost') throw new Error('every meter has a price');
      const unit = 10n ** 26n;
      const units = (usd: string): bigint => {
        const [whole = '0', fraction = ''] = usd.split('.');
        return BigInt(whole) * unit + BigInt(fraction.padEnd(26, '0'));
      };
      expect(cost.lines.reduce((sum, { usd }) => sum + units(usd), 0n)).toBe(units(cost.usd));
      expect(units(usdOf(tokens(full), { ...workload, calls: workload.calls * 2 }))).toBe(units(cost.usd) * 2n);
    }),
  );
});

test('units hold what a decimal says', () => {
  expect(toUnits('0.3')).toBe(300_000_000_000_000_000n);
  expect(fromUnits(toUnits('12.5'))).toBe('12.5');
  expect(fromUnits(toUnits('3'), 2)).toBe('0.03');
  expect(fromUnits(0n)).toBe('0');
  expect(() => toUnits('0.1234567890123456789')).toThrow(/18 decimals/);
});

test.each([
  ['0', '$0.00'],
  ['0.004', 'under $0.01'],
  ['0.005', '$0.01'],
  ['1.994', '$1.99'],
  ['1.995', '$2.00'],
  ['1234.5', '$1,234.50'],
  ['12345678901234567890.129', '$12,345,678,901,234,567,890.13'],
])('the sum %s is printed as %s', (usd, text) => {
  expect(formatSum(usd)).toBe(text);
});

test('sums are compared by their value', () => {
  expect(compareSums('10', '9.99')).toBe(1);
  expect(compareSums('0.1', '0.10')).toBe(0);
  expect(compareSums('2', '10')).toBe(-1);
});
