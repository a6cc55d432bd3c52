import { findCategory } from '../catalog/categories';
import { findFact } from '../catalog/current';
import { type Signal, type SignalId, signals } from '../catalog/signals';
import { describeFact, formatValue } from '../compare/cell';
import type { Comparison } from '../compare/compare';
import type { Row, RowId } from '../compare/row';
import { joinWords } from '../format/number';
import type { RankedTool } from '../rank/ranked-tool';

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

/** Facts that say most about one tool alone. */
const tellingFacts: readonly SignalId[] = [
  'stars',
  'downloads-30d',
  'aa-intelligence',
  'context-tokens',
  'hosts',
  'tool-count',
  'pricing-model',
  'licence',
  'status',
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

/** What one tool is, in one true sentence with a figure where one is known: its price, its reach, or the day of its newest fact. */
export function writeToolHeadline(tool: RankedTool): string {
  const category = findCategory(tool.category)?.name ?? tool.category;
  const [fact] = tellingFacts.flatMap((id) => findFact(tool.facts, id) ?? []).filter(({ value }) => value !== undefined);
  if (!fact || fact.value === undefined) return `${category}, by ${tool.vendor}.`;
  const { label }: Signal = signals[fact.signal];
  return `${category}, by ${tool.vendor}. ${label}: ${formatValue(fact.value, fact.signal)} (${describeFact(fact)}).`;
}
