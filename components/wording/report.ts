import type { ReportReason } from '../../lib/catalog/report-reasons';
import { isSignalId, type SignalId, signals } from '../../lib/catalog/signals';
import { componentNames } from '../../lib/compare/component-names';
import { componentIds } from '../../lib/rank/rank';

/** What is wrong, as a choice. */
export function wordReason(reason: ReportReason): string {
  switch (reason) {
    case 'wrong-value':
      return 'The value is wrong';
    case 'outdated':
      return 'It was right once, and is outdated';
    case 'wrong-tool':
      return 'It belongs to another tool or version';
    case 'wrong-source':
      return 'The source does not say this';
    case 'broken-link':
      return 'The link to the source is broken';
    case 'other':
      return 'Something else';
  }
}

/** The row of a table by its id, as its label; the id itself for a row that has no label of its own. */
export function wordRow(row: string | null, signal: SignalId | null): string {
  const component = componentIds.find((id) => id === row);
  if (component !== undefined) return componentNames[component].label;
  if (row !== null && isSignalId(row)) return signals[row].label;
  if (row !== null) return row.charAt(0).toUpperCase() + row.slice(1).replaceAll('-', ' ');
  return signal === null ? 'What is shown' : signals[signal].label;
}
