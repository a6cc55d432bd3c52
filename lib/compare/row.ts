import type { SignalId } from '../catalog/signals';
import type { Range } from '../rank/rank';

/** Rows of every comparison, whatever it compares: those of the first table and what follows for all kinds. */
export const fixedRows = [
  'type',
  'rank',
  'adoption',
  'quality',
  'ecosystem',
  'match-graph',
  'freshness',
  'pricing',
  'starting-price',
  'capabilities',
  'times-matched',
] as const;
export type FixedRow = (typeof fixedRows)[number];
export type RowId = FixedRow | 'stars-growth' | SignalId;

export type RowGroup = 'overview' | 'start' | 'price' | 'limits' | 'quality' | 'use' | 'terms' | 'running';

/** Where a score lies on the 0–100 track; null where nothing at all is known of it. */
export type Bar = Range & { points: number | null };

/** What stands in one cell. The four states are a value, zero (a value of 0), unknown, and not applicable. */
export type Cell =
  | {
      state: 'value';
      text: string;
      /** What is compared; null where more or less means nothing. */
      amount: number | null;
      /** The value as it is kept, for machines: exact decimals, whole numbers, ISO dates. */
      exact: string | number | boolean | readonly string[];
      /** Keys of the facts it rests on. */
      facts: readonly string[];
      /** Said below the value: host and date, conditions, what it was described from. */
      detail: string | null;
      bar: Bar | null;
    }
  | { state: 'unknown'; text: string; bar: Bar | null }
  | { state: 'not-applicable'; text: string };

/** Why no tool leads on a row. */
export type Undecided = 'no-direction' | 'unknown' | 'not-applicable' | 'other-conditions' | 'within-error' | 'equal' | 'different-formulas';

/** The one tool that is better on a row, by how much, and than whom. */
export type Lead = { slug: string; over: string; difference: string };

export type Row = {
  id: RowId;
  group: RowGroup;
  label: string;
  says: string;
  unit: string;
  better: 'higher' | 'lower' | null;
  /** In the order of the tools. */
  cells: readonly Cell[];
  lead: Lead | null;
  undecided: Undecided | null;
};

/** True when no tool has anything to show on the row, so that it may be folded away. */
export function isEmptyRow(row: Row): boolean {
  return row.cells.every((cell) => cell.state !== 'value') && !fixedRows.some((id) => id === row.id);
}

/** The groups of the table that have something to show, in its order. */
export function findGroups(rows: readonly Row[]): RowGroup[] {
  return [...new Set(rows.filter((row) => !isEmptyRow(row)).map((row) => row.group))];
}

/** What a row says at a glance: all tools the same, not the same, or that not enough is known to tell. */
export type Sameness = 'same' | 'differs' | 'cannot-tell';

/** Compares what the cells of a row show. What is unknown is neither the same nor different. */
export function findSameness({ cells }: Pick<Row, 'cells'>): Sameness {
  if (cells.some((cell) => cell.state === 'unknown')) return 'cannot-tell';
  return new Set(cells.map((cell) => `${cell.state} ${cell.text}`)).size === 1 ? 'same' : 'differs';
}
