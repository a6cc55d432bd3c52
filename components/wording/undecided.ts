import type { Undecided } from '../../lib/compare/row';

/** Said under the label of a row that could have a lead and has none; null where there is nothing to explain. */
export function wordUndecided(undecided: Undecided): string | null {
  switch (undecided) {
    case 'no-direction':
    case 'unknown':
    case 'not-applicable':
      return null;
    case 'other-conditions':
      return 'conditions differ: no lead';
    case 'within-error':
      return 'ranges overlap: no lead';
    case 'equal':
      return 'equal';
    case 'different-formulas':
      return 'different jobs or kinds: no lead';
  }
}

/** The same in a sentence, for receipts. */
export function explainUndecided(undecided: Undecided): string {
  switch (undecided) {
    case 'no-direction':
      return 'More is neither better nor worse here, so no tool leads.';
    case 'unknown':
      return 'A value is unknown, so no tool leads.';
    case 'not-applicable':
      return 'The row does not apply to every tool, so no tool leads.';
    case 'other-conditions':
      return 'The values hold under different conditions, so no tool leads.';
    case 'within-error':
      return 'The ranges overlap, so no tool leads.';
    case 'equal':
      return 'The values are equal.';
    case 'different-formulas':
      return 'Scores of different kinds come from different formulas, and tools for different jobs are not rivals: no tool leads.';
  }
}
