import type { Comparison } from '../../lib/compare/compare';
import { type Clause, findClauseRows } from '../../lib/compare/verdict';
import { wordClause } from '../wording/clause';
import { Pick } from './pick';
import { rowAnchor, toolOf } from './tool-of';

type PickClause = Extract<Clause, { kind: 'pick' }>;

const isPick = (clause: Clause): clause is PickClause => clause.kind === 'pick';

/** Sentences shown before the rest of what is missing is folded. */
const shownGaps = 2;

/** What to pick each tool for, who ranks higher or that it is a tie, then what nobody knows. */
export function Answer({ comparison }: { comparison: Comparison }) {
  const { tools, rows, verdict } = comparison;
  const say = (clause: Clause) => wordClause(clause, (slug) => toolOf(tools, slug));
  const gaps = verdict.filter(({ kind }) => kind === 'missing');
  const said = verdict.filter((clause) => !isPick(clause) && clause.kind !== 'missing' && clause.kind !== 'different-jobs');
  const apart = verdict.filter(({ kind }) => kind === 'different-jobs');
  return (
    <section aria-label="The answer" className="answer">
      {apart.map((clause) => (
        <p key={clause.kind} className="prose">
          {say(clause)} <RowLink clause={clause} />
        </p>
      ))}
      <div className="picks" data-count={tools.length}>
        {verdict.filter(isPick).map((clause, index) => (
          <Pick key={clause.slug} clause={clause} tools={tools} rows={rows} index={index}>
            {say(clause)}
          </Pick>
        ))}
      </div>
      {said.map((clause) => (
        <p key={`${clause.kind} ${'slug' in clause ? clause.slug : ''}`} className="prose answer-line">
          {say(clause)} <RowLink clause={clause} />
        </p>
      ))}
      {gaps.slice(0, shownGaps).map((clause) => (
        <p key={String(say(clause))} className="answer-gap">
          {say(clause)} <RowLink clause={clause} />
        </p>
      ))}
      {gaps.length > shownGaps && (
        <details className="fold">
          <summary>What is unknown of the others</summary>
          {gaps.slice(shownGaps).map((clause) => (
            <p key={String(say(clause))} className="answer-gap">
              {say(clause)} <RowLink clause={clause} />
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

/** Leads to the row of the table that a statement rests on. */
function RowLink({ clause }: { clause: Clause }) {
  const [row] = findClauseRows(clause);
  return row === undefined ? null : <a href={`#${rowAnchor(row)}`}>See the row</a>;
}
