import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween, formatDay } from '../../../lib/format/day';

test.each([
  ['2022-09-20', '20 September 2022'],
  ['2026-01-01', '1 January 2026'],
  ['2026-12-31', '31 December 2026'],
  ['last summer', 'last summer'],
  ['2026-13-01', '2026-13-01'],
  ['2026-00-01', '2026-00-01'],
  ['', ''],
])('%j prints as %j', (day, text) => {
  expect(formatDay(day)).toBe(text);
});

test.each([
  ['2026-08-22', '2026-08-22', 0],
  ['2026-08-22', '2026-08-23', 1],
  ['2026-08-23', '2026-08-22', -1],
  ['2024-02-28', '2024-03-01', 2],
  ['2025-10-25', '2025-10-27', 2],
  ['nothing', '2026-08-22', null],
  ['2026-08-22', '', null],
])('from %j to %j it is %j days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test('days there and back cancel out', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  fc.assert(fc.property(day, day, (a, b) => (daysBetween(a, b) ?? Number.NaN) + (daysBetween(b, a) ?? Number.NaN) === 0));
});
