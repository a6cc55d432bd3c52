import { Fragment } from 'react';
import type { Comparison } from '../../lib/compare/compare';
import type { Row } from '../../lib/compare/row';
import { type Clause, findClauseRows } from '../../lib/compare/verdict';
import { lowerFirst } from '../../lib/format/words';
import { wordClause } from '../wording/clause';
import { Pick } from './pick';
import { Together } from './together';
import { findRow, rowAnchor, toolOf } from './tool-of';

type PickClause = Extract<Clause, { kind: 'pick' }>;

const isPick = (clause: Clause): clause is PickClause => clause.kind === 'pick';

/** Says what would be, not what is. */
const isConditional = ({ kind }: Clause): boolean => kind === 'flips' || kind === 'decided-by';

/** Sentences shown before the rest of what is missing is folded. */
const shownGaps = 2;

/** What to pick each tool for, who ranks higher or that it is a tie and what would change it, then what nobody knows. */
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
          {say(clause)} <RowLink clause={clause} rows={rows} />
        </p>
      ))}
      <div className="picks" data-count={tools.length}>
        {verdict.filter(isPick).map((clause, index) => (
          <Pick key={clause.slug} clause={clause} tools={tools} rows={rows} index={index}>
            {say(clause)}
          </Pick>
        ))}
      </div>
      <Together comparison={comparison} />
      {said.map((clause) => (
        <p key={`${clause.kind} ${'slug' in clause ? clause.slug : ''}`} className={`prose answer-line${isConditional(clause) ? ' answer-if' : ''}`}>
          {say(clause)} <RowLink clause={clause} rows={rows} />
        </p>
      ))}
      {gaps.slice(0, shownGaps).map((clause) => (
        <p key={String(say(clause))} className="answer-gap">
          {say(clause)} <RowLink clause={clause} rows={rows} />
        </p>
      ))}
      {gaps.length > shownGaps && (
        <details className="fold">
          <summary>What is unknown of the others</summary>
          {gaps.slice(shownGaps).map((clause) => (
            <p key={String(say(clause))} className="answer-gap">
              {say(clause)} <RowLink clause={clause} rows={rows} />
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

/** Leads to the rows of the table that a statement rests on. */
function RowLink({ clause, rows }: { clause: Clause; rows: readonly Row[] }) {
  const [first, ...others] = findClauseRows(clause);
  if (first === undefined) return null;
  if (others.length === 0) return <a href={`#${rowAnchor(first)}`}>See the row</a>;
  return (
    <>
      See{' '}
      {[first, ...others].map((row, index) => (
        <Fragment key={row}>
          {index > 0 && ', '}
          <a href={`#${rowAnchor(row)}`}>{lowerFirst(findRow(rows, row)?.label ?? row)}</a>
        </Fragment>
      ))}
    </>
  );
}
