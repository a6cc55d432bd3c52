import { Fragment, type ReactNode } from 'react';
import { methodologyHref } from '../../lib/address/href';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import type { Cell, Row } from '../../lib/compare/row';
import { componentIds } from '../../lib/rank/rank';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { CopyText } from '../page/copy-text';
import { FactReceipt } from '../receipt/fact-receipt';
import { OtherClaims } from '../receipt/other-claims';
import { Receipt } from '../receipt/receipt';
import { ComponentReceipt, RankReceipt } from '../receipt/score-receipt';
import { ScoreBar } from '../score/bar';
import { isEnding } from '../tool/status';
import { explainUndecided } from '../wording/undecided';
import { capabilitiesAnchor } from './capability-columns';

/** `over` is the name of the next best tool when this one leads, `page` the path of the comparison. */
type Props = { cell: Cell; row: Row; tool: RankedTool; over: string | null; sources: Sources; page: string };

/** One cell. Its four states look and read differently: a value, zero (a value), unknown, and not applicable. */
export function ComparisonCell(props: Props) {
  const { cell, row, over } = props;
  switch (cell.state) {
    case 'unknown':
      return (
        <>
          {cell.bar === null ? <span className="muted">{cell.text}</span> : <WithReceipt {...props} shown={<span className="muted">{cell.text}</span>} />}
          {cell.bar && <ScoreBar bar={cell.bar} />}
        </>
      );
    case 'not-applicable':
      return <span className="muted cmp-na">{cell.text}</span>;
    case 'value': {
      return (
        <>
          <span className="cmp-value">
            <Value {...props} cell={cell} />
            {over !== null && row.lead && (
              <span className="cmp-lead">
                <span aria-hidden="true">▲ </span>leads<span className="sr-only"> over {over}:</span> {row.lead.difference}
              </span>
            )}
          </span>
          {cell.bar && <ScoreBar bar={cell.bar} leads={over !== null} />}
        </>
      );
    }
  }
}

type ValueProps = Props & { cell: Extract<Cell, { state: 'value' }> };

function Value(props: ValueProps) {
  const { cell, row, tool } = props;
  const detail = cell.detail === null ? null : <span className="cmp-detail">{cell.detail}</span>;
  switch (row.id) {
    case 'type':
      return (
        <>
          <span>{cell.text}</span> {detail}
        </>
      );
    case 'capabilities':
      return (
        <>
          <a href={`#${capabilitiesAnchor(tool.slug)}`}>{cell.text}</a> {detail}
        </>
      );
    case 'start-here':
      return (
        <>
          <code className="command">{cell.text}</code> <CopyText text={cell.text} /> <WithReceipt {...props} shown={detail} />
        </>
      );
    case 'documentation':
      return (
        <>
          <a href={cell.text}>{cell.text.replace(/^https:\/\/(www\.)?/, '').replace(/[0-9a-f]{40}/, (commit) => commit.slice(0, 7))}</a>{' '}
          <WithReceipt {...props} shown={detail} />
        </>
      );
    case 'status':
      return (
        <>
          <span className={isEnding(cell.text) ? 'warn' : ''}>
            <WithReceipt {...props} shown={cell.text} />
          </span>{' '}
          {detail}
        </>
      );
    default:
      return (
        <>
          <WithReceipt {...props} shown={cell.text} /> {detail}
        </>
      );
  }
}

/** What a cell opens to: for a rank its sum, for a component its signals, else the facts it rests on. */
function WithReceipt({ cell, row, tool, sources, page, shown }: Props & { shown: ReactNode }) {
  const component = componentIds.find((id) => id === row.id);
  const score = tool.rank.components.find((each) => each.component === component);
  const keys = cell.state === 'value' ? cell.facts : [];
  const facts = keys.flatMap((key) => tool.facts.find((fact) => fact.key === key) ?? []);
  const report = { tool: tool.slug, fact: keys.length === 1 ? keys[0] : undefined, row: row.id, from: page };
  return (
    <Receipt id={`receipt-${row.id}-${tool.slug}`} shown={shown} about={`${row.label}, ${tool.name}`} title={`${tool.name}: ${row.label}`} report={report}>
      {row.id === 'rank' ? (
        <RankReceipt tool={tool} />
      ) : score ? (
        <ComponentReceipt tool={tool} score={score} sources={sources} />
      ) : row.id === 'times-matched' ? (
        <Counted row={row} cell={cell} />
      ) : (
        <Facts row={row} facts={facts} all={tool.facts} sources={sources} />
      )}
      {row.undecided !== null && row.undecided !== 'no-direction' && <p className="muted">{explainUndecided(row.undecided)}</p>}
    </Receipt>
  );
}

type FactsProps = { row: Row; facts: readonly StoredFact[]; all: readonly StoredFact[]; sources: Sources };

function Facts({ row, facts, all, sources }: FactsProps) {
  return (
    <>
      <p>{row.says}</p>
      {facts.map((fact) => (
        <Fragment key={fact.key}>
          <FactReceipt fact={fact} sources={sources} withValue={facts.length > 1} />
          <OtherClaims facts={all} fact={fact} sources={sources} />
        </Fragment>
      ))}
    </>
  );
}

/** What is counted here has no fact to show: its receipt says so, with the days between which it was counted. */
function Counted({ row, cell }: Pick<Props, 'row' | 'cell'>) {
  return (
    <>
      <p>{row.says}</p>
      <dl className="receipt-list">
        <div>
          <dt>Source</dt>
          <dd>Searches on this site</dd>
        </div>
        <div>
          <dt>Date</dt>
          <dd>{cell.state === 'value' ? cell.detail : 'unknown'}</dd>
        </div>
        <div>
          <dt>Method</dt>
          <dd>
            Counted by us; bots and tests never count. <a href={`${methodologyHref}#rank`}>How</a>
          </dd>
        </div>
      </dl>
    </>
  );
}
