import { expect, test } from 'vitest';
import { readCount } from '@/lib/sources/state-facts';

test.each([
  [8192, 8192, []],
  [null, null, []],
  [undefined, null, []],
  [0, null, []],
  [-1, null, []],
  [-7, null, ['context -7 is not a whole number of 1 or more']],
  [0.5, null, ['context 0.5 is not a whole number of 1 or more']],
  [1e300, null, ['context 1e+300 is not a whole number of 1 or more']],
])('a limit of %s is %s, and what is neither a limit nor unknown is said', (input, count, expected) => {
  const reasons: string[] = [];
  expect(readCount(input, 'context', (reason) => void reasons.push(reason))).toBe(count);
  expect(reasons).toEqual(expected);
});
