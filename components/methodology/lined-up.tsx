import { alignmentRule, heldAgainst } from '../../lib/compare/align-capabilities';
import { formatShare } from '../../lib/format/number';
import { Section } from '../page/section';

/** How capabilities of several tools become one list, and how often a match is right. */
export function LinedUp() {
  const { pairs, right, wrong, missed } = heldAgainst;
  return (
    <Section id="alignment" title="Capabilities side by side">
      <div className="rules">
        <p>
          What tools do stands in one list: what all do, what some do, what one alone does. Two capabilities are one job when they are alike by their words:
          names count most, then descriptions, needs, inputs and outputs; a rare word counts more than a common one, and words that speak of one kind of work
          stand for each other. The match is that likeness from 0 to 100, and {alignmentRule.sameJob * 100} more where both are filed under the same job; from{' '}
          {alignmentRule.threshold * 100} on it is shown as one job. The words beside it are those that counted most. A tool described in finer pieces gains
          nothing: several capabilities of one job are one.
        </p>
        <p>
          Held against {pairs} pairs of tools that were labelled by hand and not used for tuning: {right} of {right + wrong} matches are the same job (
          {formatShare(right / (right + wrong))}), and {right} of {right + missed} that are the same job are matched ({formatShare(right / (right + missed))}).
          What is not matched can still be the same: read both lists.
        </p>
      </div>
    </Section>
  );
}
