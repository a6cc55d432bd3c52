import type { Row, RowGroup, Sameness } from '../../lib/compare/row';

export function wordGroup(group: RowGroup): string {
  switch (group) {
    case 'overview':
      return 'Overview';
    case 'start':
      return 'Status and start';
    case 'price':
      return 'Prices';
    case 'limits':
      return 'Limits';
    case 'quality':
      return 'Quality';
    case 'use':
      return 'Use';
    case 'terms':
      return 'Terms';
    case 'running':
      return 'Running it';
  }
}

/** Which end of a row is better, or null where neither is. */
export function wordDirection(better: Row['better']): string | null {
  switch (better) {
    case 'higher':
      return 'higher is better';
    case 'lower':
      return 'lower is better';
    case null:
      return null;
  }
}

/** Said to screen readers beside the label of a row; null where nothing can be told. */
export function wordSameness(sameness: Sameness): string | null {
  switch (sameness) {
    case 'same':
      return 'all the same';
    case 'differs':
      return 'values differ';
    case 'cannot-tell':
      return null;
  }
}

/** What stands below the label of a row: its unit, and which end of it is better. */
export const noteRow = ({ unit, better }: Pick<Row, 'unit' | 'better'>): string =>
  [unit, wordDirection(better)].filter((part) => part !== null && part !== '').join(', ');
