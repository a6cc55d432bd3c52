import type { ReactNode } from 'react';
import type { Row, RowId } from '../../lib/compare/row';
import type { Clause } from '../../lib/compare/verdict';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { RangeText } from '../score/rank-text';
import { isEnding } from '../tool/status';
import { capabilitiesAnchor } from './capability-columns';
import { columnClass, findRow, rowAnchor, toolOf } from './tool-of';

type Props = { clause: Extract<Clause, { kind: 'pick' }>; tools: readonly RankedTool[]; rows: readonly Row[]; index: number; children: ReactNode };

/** Leads named before the rest is folded: what a reader in a hurry takes in. */
const shownLeads = 3;

/** One tool in the answer: what to pick it for, its rank, price and status, and the rows on which it leads. */
export function Pick({ clause, tools, rows, index, children }: Props) {
  const tool = toolOf(tools, clause.slug);
  const [first, rest] = [clause.leads.slice(0, shownLeads), clause.leads.slice(shownLeads)];
  return (
    <div className={`pick ${columnClass(index)}`}>
      <p className="pick-for">
        {children}{' '}
        <a href={`#${capabilitiesAnchor(tool.slug)}`} className="small">
          What it does<span className="sr-only">: {tool.name}</span>
        </a>
      </p>
      <p className="pick-key">
        {tool.rank.ranked ? (
          <RowFigures row="rank" about={`rank of ${tool.name}`}>
            <b>{findCellText(rows, 'rank', index)}</b>
            <RangeText low={tool.rank.low} high={tool.rank.high} />
          </RowFigures>
        ) : (
          <span className="muted">not ranked yet</span>
        )}
        <Price rows={rows} index={index} name={tool.name} />
        <Status text={findCellText(rows, 'status', index)} name={tool.name} />
      </p>
      {clause.leads.length === 0 ? (
        <p className="muted small">Leads on no row that {tools.length === 2 ? 'both' : 'all'} can be held to.</p>
      ) : (
        <ul className="pick-leads">
          {first.map((id) => (
            <LeadLine key={id} id={id} rows={rows} tools={tools} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <details className="fold">
          <summary>{rest.length} more</summary>
          <ul className="pick-leads">
            {rest.map((id) => (
              <LeadLine key={id} id={id} rows={rows} tools={tools} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function LeadLine({ id, rows, tools }: { id: RowId; rows: readonly Row[]; tools: readonly RankedTool[] }) {
  const row = findRow(rows, id);
  if (!row?.lead) return null;
  return (
    <li>
      <span aria-hidden="true">▲ </span>
      <a href={`#${rowAnchor(id)}`}>{row.label}</a>: {row.lead.difference}
      {tools.length > 2 && ` than ${toolOf(tools, row.lead.over).name}`}
    </li>
  );
}

/** What a row says, leading to the row, where it opens to its source. */
function RowFigures({ row, about, children }: { row: RowId; about: string; children: ReactNode }) {
  return (
    <span>
      <a href={`#${rowAnchor(row)}`} className="figures">
        {children}
        <span className="sr-only"> — {about}</span>
      </a>
    </span>
  );
}

function Status({ text, name }: { text: string | null; name: string }) {
  if (text === null) return <span className="muted">status unknown</span>;
  return (
    <span className={isEnding(text) ? 'warn' : ''}>
      <RowFigures row="status" about={`status of ${name}`}>
        {text}
      </RowFigures>
    </span>
  );
}

function findCellText(rows: readonly Row[], id: RowId, index: number): string | null {
  const cell = findRow(rows, id)?.cells[index];
  return cell?.state === 'value' ? cell.text : null;
}

/** The starting price in the fewest words; software that is free to run is said to be that. */
function Price({ rows, index, name }: { rows: readonly Row[]; index: number; name: string }) {
  const cell = findRow(rows, 'starting-price')?.cells[index];
  if (cell?.state !== 'value') return <span className="muted">price unknown</span>;
  return (
    <RowFigures row="starting-price" about={`price of ${name}`}>
      {cell.exact === '0' ? 'free software' : cell.text}
    </RowFigures>
  );
}
