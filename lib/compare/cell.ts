import type { FactValue } from '../catalog/record';
import { type Signal, type SignalId, signals } from '../catalog/signals';
import type { StoredFact } from '../catalog/tool';
import { formatDay } from '../format/day';
import { formatCount, formatScore, formatShare, joinWords } from '../format/number';
import { formatUsd } from '../format/price';
import type { Cell } from './row';

export const unknown: Cell = { state: 'unknown', text: 'unknown', bar: null };

/** A value in the words of its signal's type; the unit stands in the row's label. */
export function formatValue(value: FactValue, signal: SignalId): string {
  const { type }: Signal = signals[signal];
  if (Array.isArray(value)) return joinWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return type === 'share' ? formatShare(value) : type === 'count' ? formatCount(value) : formatScore(value);
  if (type === 'decimal') return formatUsd(value);
  // Of a status only its date is put into words: `retires on 2026-10-01`.
  if (signal === 'status') return value.replace(/\d{4}-\d{2}-\d{2}/, formatDay);
  return type === 'date' ? formatDay(value) : value;
}

/** The number a fact is compared by, 1 or 0 for a flag; null for words, lists and dates. */
export function findAmount(fact: StoredFact): number | null {
  const { type }: Signal = signals[fact.signal];
  if (typeof fact.value === 'number') return fact.value;
  if (typeof fact.value === 'boolean') return Number(fact.value);
  return type === 'decimal' && typeof fact.value === 'string' ? Number(fact.value) : null;
}

const silentConditions: ReadonlySet<string> = new Set(['benchmark', 'metric', 'published-by', 'registry']);

/** The conditions of a fact in words, and its date: `OpenRouter, 1 August 2026`. */
export function describeFact(fact: StoredFact): string {
  const conditions = Object.entries(fact.conditions ?? {}).flatMap(([name, value]) => {
    if (silentConditions.has(name)) return [];
    return name === 'host' || name === 'package' ? [value] : [`${name.replaceAll('-', ' ')}: ${value}`];
  });
  return [...conditions, formatDay(fact.asOf)].join(', ');
}

/** The cell of one fact; null when nothing is known. */
export function makeFactCell(fact: StoredFact | null): Cell {
  if (fact === null) return unknown;
  if (fact.notApplicable !== undefined) return { state: 'not-applicable', text: fact.notApplicable };
  if (fact.value === undefined) return unknown;
  return {
    state: 'value',
    text: formatValue(fact.value, fact.signal),
    amount: findAmount(fact),
    exact: fact.value,
    facts: [fact.key],
    detail: describeFact(fact),
    bar: null,
  };
}
