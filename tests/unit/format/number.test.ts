import { expect, test } from 'vitest';
import { formatCount, formatScore, formatShare, joinWords, roundPoints } from '../../../lib/format/number';

test.each([
  [formatCount(0), '0'],
  [formatCount(999), '999'],
  [formatCount(89_671), '89,671'],
  [formatCount(12_345_678), '12,345,678'],
  [formatShare(0), '0 %'],
  [formatShare(0.5), '50 %'],
  [formatShare(0.712), '71.2 %'],
  [formatShare(1), '100 %'],
  [formatScore(36.4), '36.4'],
  [formatScore(36), '36'],
  [formatScore(1_426.6), '1,426.6'],
  [formatScore(0.1 + 0.2), '0.3'],
  [formatScore(-1.239), '-1.24'],
])('%j is %j', (text, expected) => {
  expect(text).toBe(expected);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j joins to %j', (words, text) => {
  expect(joinWords(words)).toBe(text);
});

test('alternatives are joined by or', () => {
  expect(joinWords(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});

test.each([
  [0, 0],
  [0.4, 0],
  [49.5, 50],
  [99.999, 100],
])('%d points print as %d', (points, printed) => {
  expect(roundPoints(points)).toBe(printed);
});

test('a share that is not zero never prints as zero', () => {
  expect(formatShare(0.0001)).toBe('under 0.1 %');
  expect(formatShare(0)).toBe('0 %');
});
