import { alignCapabilities } from '../../lib/compare/align-capabilities';
import type { Comparison } from '../../lib/compare/compare';
import type { Cell, Row } from '../../lib/compare/row';
import type { TextTable } from '../../lib/format/table';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { wordSignals, wordStrength } from '../wording/alignment';
import { noteRow } from '../wording/row';

const detailOf = (cell: Cell): string => (cell.state === 'value' ? (cell.detail ?? '') : '');

const nameOf = (tools: readonly RankedTool[], slug: string | undefined): string => tools.find((tool) => tool.slug === slug)?.name ?? '';

/** The rows of a comparison for a spreadsheet: value and detail of every tool in columns of their own, then who leads and by how much. */
export function tabulateComparison({ tools, rows }: Pick<Comparison, 'tools' | 'rows'>): TextTable {
  return {
    head: ['Row', 'Note', ...tools.flatMap(({ name }) => [name, `${name}: detail`]), 'Leads', 'By'],
    rows: rows.map((row) => [
      row.label,
      noteRow(row),
      ...row.cells.flatMap((cell) => [cell.text, detailOf(cell)]),
      nameOf(tools, row.lead?.slug),
      row.lead?.difference ?? '',
    ]),
  };
}

/** One cell in lines: its value, what is said below it, and that it leads. */
function stackCell(cell: Cell, { lead }: Row, slug: string | undefined): string {
  const leads = lead !== null && lead.slug === slug ? `▲ leads, ${lead.difference}` : '';
  return [cell.text, detailOf(cell), leads].filter((line) => line !== '').join('\n');
}

/** The same for reading: a column a tool, what belongs to a value below it in the same cell. */
export function stackComparison({ tools, rows }: Pick<Comparison, 'tools' | 'rows'>): TextTable {
  return {
    head: ['', ...tools.map(({ name }) => name)],
    rows: rows.map((row) => [
      [row.label, noteRow(row)].filter((line) => line !== '').join('\n'),
      ...row.cells.map((cell, index) => stackCell(cell, row, tools[index]?.slug)),
    ]),
  };
}

/** What several of the tools do, as on the page: how sure the match is and what says so, and what each calls it. */
export function tabulateAlignment(tools: readonly RankedTool[]): TextTable {
  const { all, some } = alignCapabilities(tools);
  return {
    head: ['Match', ...tools.map(({ name }) => name)],
    rows: [...all, ...some].map((job) => [
      `${wordStrength(job)}: ${wordSignals(job)}.`,
      ...job.does.map((capabilities) => (capabilities.length === 0 ? '–' : capabilities.map(({ name }) => name).join('\n'))),
    ]),
  };
}
