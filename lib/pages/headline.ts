import type { Comparison } from '../compare/compare';
import type { Row, RowId } from '../compare/row';
import { joinWords } from '../format/number';

/** Rows whose lead says most to somebody who has only the link, the most telling first. */
const telling: readonly RowId[] = [
  'starting-price',
  'aa-intelligence',
  'context-tokens',
  'stars',
  'downloads-30d',
  'mteb-arguana',
  'rank',
  'adoption',
  'hosts',
];

function findTellingRow(rows: readonly Row[]): Row | null {
  const led = rows.filter((row) => row.lead !== null);
  return telling.map((id) => led.find((row) => row.id === id)).find((row) => row !== undefined) ?? led[0] ?? null;
}

/** `Name: value against value (Other)` in one true sentence, or what the tools are when none leads on anything. */
export function writeHeadline({ tools, rows, relation }: Comparison): string {
  const row = findTellingRow(rows);
  const lead = row?.lead;
  if (relation === 'rivals' && row && lead) {
    const said = (slug: string): string => {
      const cell = row.cells[tools.findIndex((tool) => tool.slug === slug)];
      return cell?.state === 'value' ? cell.text : 'unknown';
    };
    const name = (slug: string): string => tools.find((tool) => tool.slug === slug)?.name ?? slug;
    return `${row.label}: ${name(lead.slug)} ${said(lead.slug)}, ${name(lead.over)} ${said(lead.over)}.`;
  }
  return `${joinWords(
    tools.map((tool) => `${tool.name} is for ${tool.pickFor}`),
    'and',
  )}.`;
}
