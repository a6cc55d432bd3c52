import type { Undecided } from '../../lib/compare/row';

/** Every reason for which no tool leads, in the order in which they are checked. */
export const undecideds = [
  'no-direction',
  'different-formulas',
  'not-applicable',
  'unknown',
  'other-conditions',
  'equal',
  'within-error',
] as const satisfies readonly Undecided[];
