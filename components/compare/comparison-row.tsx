import { compareHref } from '../../lib/address/href';
import type { Sources } from '../../lib/catalog/tool';
import { findSameness, type Row } from '../../lib/compare/row';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { noteRow, wordSameness } from '../wording/row';
import { wordUndecided } from '../wording/undecided';
import { ComparisonCell } from './comparison-cell';
import { columnClass, rowAnchor, toolOf } from './tool-of';

/** One row: its label with unit and direction, then a cell for each tool. */
export function ComparisonRow({ row, tools, sources }: { row: Row; tools: readonly RankedTool[]; sources: Sources }) {
  const note = noteRow(row);
  const why = row.undecided === null ? null : wordUndecided(row.undecided);
  const page = compareHref(tools.map(({ slug }) => slug));
  const sameness = findSameness(row);
  const told = wordSameness(sameness);
  return (
    <tr id={rowAnchor(row.id)} className={sameness}>
      <th scope="row" className="cmp-label">
        <span>{row.label}</span>
        {told !== null && <span className="sr-only">, {told}</span>}
        {note !== '' && <span className="cmp-note">{note}</span>}
        {why !== null && <span className="cmp-note cmp-why">{why}</span>}
      </th>
      {row.cells.map((cell, index) => {
        const tool = tools[index];
        return (
          tool && (
            <td key={tool.slug} className={`cmp-cell ${columnClass(index)}${row.lead?.slug === tool.slug ? ' leads' : ''}`}>
              <ComparisonCell
                cell={cell}
                row={row}
                tool={tool}
                over={row.lead?.slug === tool.slug ? toolOf(tools, row.lead.over).name : null}
                sources={sources}
                page={page}
              />
            </td>
          )
        );
      })}
    </tr>
  );
}
