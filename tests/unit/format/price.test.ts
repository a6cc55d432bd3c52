import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPrice, formatUsd } from '../../../lib/format/price';

test.each([
  ['0', '$0.00'],
  ['0.3', '$0.30'],
  ['3', '$3.00'],
  ['15', '$15.00'],
  ['0.075', '$0.075'],
  ['0.003625', '$0.003625'],
  ['0.08333333333', '$0.083333'],
  ['0.0000003', 'under $0.000001'],
  ['0.000001', '$0.000001'],
  ['1234567.5', '$1,234,567.50'],
  ['9.99', '$9.99'],
  ['0.30', '$0.30'],
])('%s dollars print as %s', (decimal, text) => {
  expect(formatUsd(decimal)).toBe(text);
});

test('a price says what it buys', () => {
  expect(formatPrice('0.3', 'price-input')).toBe('$0.30 per 1M input tokens');
  expect(formatPrice('2.5', 'price-output')).toBe('$2.50 per 1M output tokens');
  expect(formatPrice('9.99', 'price-month')).toBe('$9.99 a month');
  expect(formatPrice('1', 'stars')).toBe('$1.00');
});

const decimals = fc
  .tuple(fc.nat(999_999), fc.stringMatching(/^\d{0,18}$/))
  .map(([whole, fraction]) => (fraction === '' ? String(whole) : `${whole}.${fraction}`));

test('what is not zero never prints as zero, and zero never as anything else', () => {
  fc.assert(
    fc.property(decimals, (decimal) => {
      const isZero = /^0(\.0*)?$/.test(decimal);
      expect(formatUsd(decimal) === '$0.00').toBe(isZero);
    }),
    { numRuns: 500 },
  );
});

test('no price prints an exponent, and none prints more than six decimals', () => {
  fc.assert(
    fc.property(decimals, (decimal) => {
      expect(formatUsd(decimal)).toMatch(/^(under )?\$[\d,]+\.\d{2,6}$/);
    }),
  );
});

test('a higher price never prints as a lower one', () => {
  const amount = (text: string): number => (text.startsWith('under') ? 5e-7 : Number(text.replace(/[$,]/g, '')));
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
      expect(amount(formatUsd(less))).toBeLessThanOrEqual(amount(formatUsd(more)));
    }),
  );
});
