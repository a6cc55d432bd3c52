import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measure, type Scale, scoreAmount } from '../../../lib/rank/scale';
import { type RankedSignal, scoring } from '../../../lib/rank/scoring';
import { today } from '../support/a-tool';

const scales = Object.entries(scoring).map(([signal, { scale }]): { signal: RankedSignal; scale: Scale } => ({ signal: signal as RankedSignal, scale }));
const between = scales.filter(({ scale }) => scale.type === 'log' || scale.type === 'linear' || scale.type === 'decay' || scale.type === 'length');
const anchorsOf = (scale: Scale): { zero: number; full: number } => {
  if (scale.type === 'flag') return { zero: 0, full: 1 };
  return scale.type === 'items' ? { zero: 0, full: scale.of.length } : { zero: scale.zero, full: scale.full };
};

test.each(scales)('$signal: the lower anchor gives 0 points and the upper one 100', ({ scale }) => {
  expect(scoreAmount(scale, anchorsOf(scale).zero)).toBeCloseTo(0, 9);
  expect(scoreAmount(scale, anchorsOf(scale).full)).toBeCloseTo(100, 9);
});

test.each(between)('$signal: amounts beyond the anchors are clamped', ({ scale }) => {
  const { zero, full } = anchorsOf(scale);
  const step = full > zero ? 1 : -1;
  expect(scoreAmount(scale, full + step * Math.abs(full) * 10)).toBe(100);
  expect(scoreAmount(scale, zero - step * Math.abs(zero) * 0.5)).toBe(0);
});

test.each(scales)('$signal: more of what is good never gives fewer points', ({ scale }) => {
  const { zero, full } = anchorsOf(scale);
  const sign = full > zero ? 1 : -1;
  const whole = scale.type === 'flag' || scale.type === 'items';
  const amount = whole ? fc.integer({ min: 0, max: full }) : fc.double({ min: 0, max: 2 * Math.max(zero, full), noNaN: true });
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const [less, more] = sign * a <= sign * b ? [a, b] : [b, a];
      const [low, high] = [scoreAmount(scale, less), scoreAmount(scale, more)];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(100);
    }),
  );
});

test('a logarithmic scale gives half its points at the geometric middle', () => {
  expect(scoreAmount({ type: 'log', zero: 100, full: 10_000 }, 1_000)).toBeCloseTo(50, 9);
});

test('a count of zero is a measurement of 0 points, also on a logarithmic scale', () => {
  expect(scoreAmount({ type: 'log', zero: 100, full: 10_000 }, 0)).toBe(0);
});

test.each([
  { signal: 'released', days: [0, 90, 365, 1_095], points: [100, 100, 43.97, 0] },
  { signal: 'last-commit', days: [0, 30, 90, 365], points: [100, 100, 56.03, 0] },
  { signal: 'last-release', days: [0, 60, 365, 1_095], points: [100, 100, 37.83, 0] },
] as const)('$signal decays by the logarithm of the days', ({ signal, days, points }) => {
  expect(days.map((each) => Number(scoreAmount(scoring[signal].scale, each).toFixed(2)))).toEqual(points);
});

test('a date in the future counts as today', () => {
  const amount = measure(scoring.released.scale, '2027-01-01', today);
  expect(amount).toBeLessThan(0);
  expect(scoreAmount(scoring.released.scale, amount ?? Number.NaN)).toBe(100);
});

test.each([
  { type: 'decay', value: '2026-08-12', amount: 10 },
  { type: 'decay', value: 'last summer', amount: null },
  { type: 'decay', value: 10, amount: null },
  { type: 'flag', value: true, amount: 1 },
  { type: 'flag', value: false, amount: 0 },
  { type: 'flag', value: 'yes', amount: null },
  { type: 'items', value: ['a', 'c', 'z'], amount: 2 },
  { type: 'items', value: 'a', amount: null },
  { type: 'length', value: ['x', 'y'], amount: 2 },
  { type: 'length', value: 2, amount: null },
  { type: 'log', value: 7, amount: 7 },
  { type: 'log', value: '7', amount: null },
] as const)('a $type scale measures $value as $amount', ({ type, value, amount }) => {
  const scalesByType: Record<typeof type, Scale> = {
    decay: { type: 'decay', zero: 9, full: 1 },
    flag: { type: 'flag' },
    items: { type: 'items', of: ['a', 'b', 'c'] },
    length: { type: 'length', zero: 0, full: 3 },
    log: { type: 'log', zero: 1, full: 9 },
  };
  expect(measure(scalesByType[type], typeof value === 'object' ? [...value] : value, today)).toBe(amount);
});
