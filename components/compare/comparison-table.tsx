import { toolHref } from '../../lib/address/href';
import { kindNames } from '../../lib/catalog/kinds';
import type { Sources } from '../../lib/catalog/tool';
import type { Comparison } from '../../lib/compare/compare';
import { findGroups, isEmptyRow, type Row } from '../../lib/compare/row';
import { roundPoints } from '../../lib/format/number';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { wordGroup } from '../wording/row';
import { ComparisonRow } from './comparison-row';
import { columnClass, groupAnchor, rowAnchor } from './tool-of';

type Props = { comparison: Comparison; sources: Sources };

/** The table: rows by group, those that nobody has evidence for folded away below it. */
export function ComparisonTable({ comparison, sources }: Props) {
  const { tools, rows } = comparison;
  const empty = rows.filter(isEmptyRow);
  const groups = findGroups(rows);
  const names = tools.map((tool) => tool.name).join(', ');
  return (
    <>
      <table className="cmp" data-count={tools.length}>
        <caption className="sr-only">{names} compared row by row. Every value opens to its source.</caption>
        <TableHead tools={tools} />
        {groups.map((group, index) => (
          <tbody key={group} className={index === 0 ? undefined : 'far'}>
            <tr className="cmp-group" id={groupAnchor(group)}>
              <th scope="rowgroup" colSpan={tools.length + 1}>
                {wordGroup(group)}
              </th>
            </tr>
            {rows
              .filter((row) => row.group === group && !isEmptyRow(row))
              .map((row) => (
                <ComparisonRow key={row.id} row={row} tools={tools} sources={sources} />
              ))}
          </tbody>
        ))}
      </table>
      {empty.length > 0 && <EmptyRows rows={empty} tools={tools} sources={sources} />}
    </>
  );
}

function TableHead({ tools }: { tools: readonly RankedTool[] }) {
  return (
    <thead>
      <tr className="cmp-head">
        <th scope="col" className="cmp-corner">
          <span className="sr-only">Feature</span>
        </th>
        {tools.map((tool, index) => (
          <th key={tool.slug} scope="col" className={`cmp-cell ${columnClass(index)}`}>
            <a href={toolHref(tool.slug)}>{tool.name}</a>
            <span className="cmp-head-note">
              {kindNames[tool.kind].one} ·{' '}
              {tool.rank.ranked ? (
                <a href={`#${rowAnchor('rank')}`} className="figures">
                  {`${roundPoints(tool.rank.total)}/100`}
                </a>
              ) : (
                'not ranked yet'
              )}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function EmptyRows({ rows, tools, sources }: { rows: readonly Row[]; tools: readonly RankedTool[]; sources: Sources }) {
  return (
    <details className="fold cmp-fold">
      <summary>
        {rows.length} {rows.length === 1 ? 'row' : 'rows'} without evidence
      </summary>
      <table className="cmp" data-count={tools.length}>
        <caption className="sr-only">Rows for which no tool has a known value</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Feature</th>
            {tools.map((tool) => (
              <th key={tool.slug} scope="col">
                {tool.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ComparisonRow key={row.id} row={row} tools={tools} sources={sources} />
          ))}
        </tbody>
      </table>
    </details>
  );
}
