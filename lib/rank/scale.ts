import type { FactValue } from '../catalog/record';
import { daysBetween } from '../format/day';

/** How a value becomes 0–100 points between two fixed anchors: `zero` gives 0, `full` gives 100, outside is clamped. */
export type Scale =
  /** Logarithmic, for counts that span decades. A count of 0 gives 0 points. */
  | { type: 'log'; zero: number; full: number }
  | { type: 'linear'; zero: number; full: number }
  /** Logarithmic in the days that have passed; `full` days or fewer give 100. */
  | { type: 'decay'; full: number; zero: number }
  /** True gives 100, false 0. */
  | { type: 'flag' }
  /** How many of these items a list holds. */
  | { type: 'items'; of: readonly string[] }
  /** How many items a list holds, whatever they are. */
  | { type: 'length'; zero: number; full: number };

const clamp = (points: number): number => Math.min(100, Math.max(0, points));

function scoreNumber(scale: Extract<Scale, { type: 'log' | 'linear' | 'length' | 'decay' }>, amount: number): number {
  switch (scale.type) {
    case 'log':
      return amount <= 0 ? 0 : clamp((100 * Math.log(amount / scale.zero)) / Math.log(scale.full / scale.zero));
    case 'decay':
      return amount <= scale.full ? 100 : clamp(100 - (100 * Math.log(amount / scale.full)) / Math.log(scale.zero / scale.full));
    case 'linear':
    case 'length':
      return clamp((100 * (amount - scale.zero)) / (scale.full - scale.zero));
  }
}

/** The number that a scale works on: the value itself, days since a date, items in a list, 1 or 0 for a flag; null for a value of another shape. */
export function measure(scale: Scale, value: FactValue, asOf: string): number | null {
  if (scale.type === 'decay') return typeof value === 'string' ? daysBetween(value, asOf) : null;
  if (scale.type === 'flag') return typeof value === 'boolean' ? Number(value) : null;
  if (scale.type === 'items') return Array.isArray(value) ? scale.of.filter((item) => value.includes(item)).length : null;
  if (scale.type === 'length') return Array.isArray(value) ? value.length : null;
  return typeof value === 'number' ? value : null;
}

/** Points, 0–100, for a measured amount. */
export function scoreAmount(scale: Scale, amount: number): number {
  if (scale.type === 'flag') return amount === 0 ? 0 : 100;
  if (scale.type === 'items') return (100 * amount) / scale.of.length;
  return scoreNumber(scale, amount);
}
