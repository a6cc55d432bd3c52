import { listAskedFacts } from '../../lib/catalog/asked-facts';
import { type Signal, signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { describeFact, makeFactCell } from '../../lib/compare/cell';
import { listScores } from '../../lib/compare/overview-rows';
import type { TextTable } from '../../lib/format/table';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { wordSignalGroup } from '../wording/signal-group';

type Line = readonly [group: string, signal: string, value: string, unit: string, conditions: string, source: string, address: string];

/** Rank and components: computed here, so their receipt is the formula. */
function listScoreLines(tool: RankedTool): Line[] {
  return listScores(tool).map(({ label, cell }) => [
    'Rank',
    label,
    cell.text,
    '',
    cell.state === 'value' ? (cell.detail ?? '') : '',
    'Computed by the formula',
    '',
  ]);
}

function makeFactLine(fact: StoredFact, sources: Sources): Line {
  const { label, unit, group }: Signal = signals[fact.signal];
  const source = sources[fact.source];
  return [
    wordSignalGroup(group),
    label,
    makeFactCell(fact).text,
    fact.value === undefined ? '' : unit,
    describeFact(fact),
    source?.title ?? fact.source,
    fact.address ?? source?.address ?? '',
  ];
}

/** Everything that is known of a tool, and what is not, a line each. */
export function tabulateTool(tool: RankedTool, sources: Sources): TextTable {
  const facts = listAskedFacts(tool).flatMap(({ signal, facts }): Line[] => {
    const { label, group }: Signal = signals[signal];
    if (facts.length === 0) return [[wordSignalGroup(group), label, 'unknown', '', '', '', '']];
    return facts.map((fact) => makeFactLine(fact, sources));
  });
  return { head: ['Group', 'Signal', 'Value', 'Unit', 'Conditions, date', 'Source', 'Address'], rows: [...listScoreLines(tool), ...facts] };
}
