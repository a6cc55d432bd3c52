import type { Comparison } from '../../lib/compare/compare';
import { ScoreBar } from '../score/bar';
import { findRow, rowAnchor } from './tool-of';

const scoreRows = ['rank', 'adoption', 'quality', 'ecosystem', 'match-graph', 'freshness'] as const;

/** The rank and what it is made of, every tool's bar and range below the other's on one axis from 0 to 100. */
export function ScoreChart({ comparison }: { comparison: Pick<Comparison, 'tools' | 'rows'> }) {
  const { tools, rows } = comparison;
  const shown = scoreRows
    .flatMap((id) => findRow(rows, id) ?? [])
    .filter((row) => row.cells.some((cell) => cell.state !== 'not-applicable' && cell.bar !== null));
  return (
    <details className="fold">
      <summary>Scores on one axis</summary>
      <table className="score-chart">
        <caption className="sr-only">Rank and components of every tool, on one axis</caption>
        <thead>
          <tr>
            <th scope="col">Score</th>
            <th scope="col">Tool</th>
            <th scope="col" className="score-axis">
              <span className="sr-only">From 0 to 100</span>
              <i aria-hidden="true">0</i>
              <i aria-hidden="true">50</i>
              <i aria-hidden="true">100</i>
            </th>
            <th scope="col" className="num">
              Points
            </th>
          </tr>
        </thead>
        {shown.map((row) => (
          <tbody key={row.id}>
            {row.cells.map((cell, index) => (
              <tr key={tools[index]?.slug}>
                <th scope="row">{index === 0 ? <a href={`#${rowAnchor(row.id)}`}>{row.label}</a> : <span className="sr-only">{row.label}</span>}</th>
                <td>{tools[index]?.name}</td>
                <td>{cell.state === 'not-applicable' ? null : <ScoreBar bar={cell.bar} leads={row.lead?.slug === tools[index]?.slug} />}</td>
                <td className="num">{cell.text}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  );
}
