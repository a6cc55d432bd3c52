import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDecimal } from '@/lib/sources/decimal';

test.each([
  ['0.00000014', '0.14'],
  ['1.4e-07', '0.14'],
  [1.4e-7, '0.14'],
  [1e-6, '1'],
  [0.00003, '30'],
  ['0', '0'],
  ['-0', '0'],
  ['0.0000', '0'],
  ['.5', '500000'],
  ['5.', '5000000'],
  ['+1E-6', '1'],
  ['0.0000000028', '0.0028'],
  // What a division in floating point left behind in a file: a double keeps 15 digits.
  [4.9999999999999996e-6, '5'],
])('%j a token is %s a million', (input, value) => {
  expect(toDecimal(input, { shift: 6 })).toEqual({ value });
});

test('a price per second is multiplied exactly', () => {
  expect(toDecimal('0.0001', { times: 60 })).toEqual({ value: '0.006' });
});

test.each(['', ' ', '.', 'abc', 'NaN', 'Infinity', '1,5', '0x10', '1e', '--1', '１', Number.NaN, Number.POSITIVE_INFINITY])('%j is not a number', (input) => {
  expect(toDecimal(input)).toEqual({ fault: expect.stringContaining('is not a number') });
});

test.each([
  ['-1', 'is negative'],
  [-0.5, 'is negative'],
  ['1e9999', 'is out of range'],
  ['1e-9999', 'is out of range'],
  ['1e40', 'is too large for a price'],
  ['0.0000000000000000001', 'has more than 18 decimals'],
])('%j is refused because it %s', (input, fault) => {
  expect(toDecimal(input)).toEqual({ fault: `"${input}" ${fault}` });
});

test('every written decimal keeps its digits when the point moves', () => {
  const digits = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(digits, ([whole, part, shift]) => {
      const text = `${whole}.${String(part).padStart(9, '0')}`;
      const moved = toDecimal(text, { shift });
      expect(moved).toEqual(toDecimal(`${text}e${shift}`));
      expect('value' in moved && toDecimal(moved.value, { shift: -shift })).toEqual(toDecimal(text));
    }),
  );
});

test('a number of up to 15 digits reads as its text does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: -9, max: 0 }), (units, exponent) => {
      const text = `${units}e${exponent}`;
      expect(toDecimal(Number(text), { shift: 2 })).toEqual(toDecimal(text, { shift: 2 }));
    }),
  );
});

test('any text gives a decimal of digits or a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^-?\d{0,20}\.?\d{0,20}(e-?\d{1,4})?$/)), (input) => {
      const read = toDecimal(input, { shift: 6 });
      if ('value' in read) expect(read.value).toMatch(/^(0|[1-9]\d{0,11})(\.\d{0,17}[1-9])?$/);
      else expect(read.fault).not.toBe('');
    }),
  );
});
