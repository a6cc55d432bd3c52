import { expect, test } from 'vitest';
import { isWithinPrice } from '../../../lib/pages/count-choices';

test.each([
  ['0', null, true],
  ['0.5', 'price-input', true],
  ['1.5', 'price-input', false],
  ['0.5', 'price-month', false],
  [null, null, false],
] as const)('a price of %s by %s, at most 1: %s', (startingPrice, startingPriceSignal, is) => {
  expect(isWithinPrice({ startingPrice, startingPriceSignal }, '1')).toBe(is);
});
