import { findCorrected, findHistory } from '../catalog/current';
import { kindNames } from '../catalog/kinds';
import { appliesTo, type Signal, type SignalId, signals } from '../catalog/signals';
import { daysBetween, formatDay } from '../format/day';
import { formatShare } from '../format/number';
import { addArticle, lowerFirst } from '../format/words';
import type { RankedTool } from '../rank/ranked-tool';
import { makeFactCell, unknown } from './cell';
import { decideLead, describeDifference } from './lead';
import type { Cell, Row, RowGroup } from './row';
import { alignConditions } from './same-conditions';

/** Signals that are rows of their own, in the order of the page. Pricing and starting price are rows of the overview. */
const groups: readonly { group: RowGroup; signals: readonly SignalId[] }[] = [
  { group: 'start', signals: ['status', 'start-here', 'documentation', 'official'] },
  { group: 'price', signals: ['price-output', 'price-cache-read', 'price-cache-write', 'price-month'] },
  {
    group: 'limits',
    signals: ['context-tokens', 'output-tokens', 'embedding-dimensions', 'modalities-in', 'modalities-out', 'knowledge-cutoff', 'tool-count'],
  },
  {
    group: 'quality',
    signals: [
      'aa-intelligence',
      'aa-coding',
      'aa-agentic',
      'lmarena-text',
      'gpqa-diamond',
      'aider-polyglot',
      'swe-bench-verified',
      'swe-bench-pro',
      'livecodebench',
      'humanitys-last-exam',
      'mmlu-pro',
      'mmlu',
      'mmmu',
      'aime-2025',
      'otis-mock-aime',
      'math-level-5',
      'frontiermath',
      'simplebench',
      'arc-agi-1',
      'mteb-arguana',
      'mteb-scidocs',
      'mteb-trec-covid',
      'mteb-fiqa',
      'mteb-sts-benchmark',
      'mteb-amazon-counterfactual',
      'terminal-bench',
      'tools-validated',
      'commits-90d',
      'issues-closed',
    ],
  },
  { group: 'use', signals: ['stars', 'downloads-30d', 'hosts', 'hf-downloads-30d', 'forks', 'contributors', 'dependents', 'registries'] },
  { group: 'terms', signals: ['licence', 'open-weights'] },
  {
    group: 'running',
    signals: [
      'released',
      'last-release',
      'last-commit',
      'first-commit',
      'commits',
      'language',
      'hardware',
      'parameters',
      'transport',
      'authentication',
      'tool-effects',
      'pinned-commit',
    ],
  },
];

/** Benchmarks that few models have been run on: a row only where one of the compared has a result. */
const rareResults: ReadonlySet<SignalId> = new Set([
  'swe-bench-verified',
  'swe-bench-pro',
  'livecodebench',
  'humanitys-last-exam',
  'mmlu-pro',
  'mmlu',
  'mmmu',
  'aime-2025',
  'otis-mock-aime',
  'math-level-5',
  'frontiermath',
  'simplebench',
  'arc-agi-1',
  'mteb-trec-covid',
  'mteb-fiqa',
  'mteb-sts-benchmark',
  'mteb-amazon-counterfactual',
]);

function makeSignalRow(tools: readonly RankedTool[], id: SignalId, group: RowGroup): Row | null {
  const signal: Signal = signals[id];
  const asked = tools.map((tool) => appliesTo(id, tool.kind, tool.category));
  if (!asked.includes(true)) return null;
  const { facts, same } = alignConditions(tools, id);
  if (rareResults.has(id) && facts.every((fact) => fact === null)) return null;
  const cells = tools.map(
    (tool, index): Cell =>
      asked[index]
        ? makeFactCell(facts[index] ?? null)
        : { state: 'not-applicable', text: `does not apply to ${addArticle(lowerFirst(kindNames[tool.kind].one))}` },
  );
  const decision = decideLead({
    slugs: tools.map((tool) => tool.slug),
    cells,
    better: signal.better,
    sameConditions: same,
    intervals: facts.map((fact) => fact?.interval ?? null),
    describe: (ahead, behind) => describeDifference(signal.type, ahead, behind),
  });
  return { id, group, label: signal.label, says: signal.says, unit: signal.unit, better: signal.better, cells, ...decision };
}

/** Days that "six months" may span: two readings at least five and at most seven months apart. */
const growthDays = { from: 150, to: 215 };

/** Stars gained between the newest reading and the one about six months before it, from one source. */
function makeGrowthCell(tool: RankedTool): Cell {
  const corrected = findCorrected(tool.facts);
  const history = findHistory(tool.facts, 'stars').filter((fact) => !corrected.has(fact.key));
  const newest = history.at(-1);
  const before = history.findLast((fact) => {
    const days = newest ? daysBetween(fact.asOf, newest.asOf) : null;
    return days !== null && days >= growthDays.from && days <= growthDays.to && fact.source === newest?.source;
  });
  if (!newest || !before || typeof newest.value !== 'number' || typeof before.value !== 'number' || before.value === 0) return unknown;
  const growth = newest.value / before.value - 1;
  const exact = Number(growth.toFixed(4));
  const detail = `from ${formatDay(before.asOf)} to ${formatDay(newest.asOf)}`;
  return {
    state: 'value',
    text: `${growth < 0 ? '−' : '+'}${formatShare(Math.abs(exact))}`,
    amount: exact,
    exact,
    facts: [before.key, newest.key],
    detail,
    bar: null,
  };
}

function makeGrowthRow(tools: readonly RankedTool[]): Row | null {
  const asked = tools.map((tool) => appliesTo('stars', tool.kind, tool.category));
  if (!asked.includes(true)) return null;
  const cells = tools.map((tool, index): Cell => (asked[index] ? makeGrowthCell(tool) : { state: 'not-applicable', text: 'does not apply' }));
  const details = new Set(cells.map((cell) => (cell.state === 'value' ? cell.detail : null)));
  const decision = decideLead({
    slugs: tools.map((tool) => tool.slug),
    cells,
    better: 'higher',
    sameConditions: details.size === 1,
    intervals: cells.map(() => null),
    describe: (ahead, behind) => describeDifference('share', ahead, behind),
  });
  return {
    id: 'stars-growth',
    group: 'use',
    label: 'Star growth in six months',
    says: 'Stars gained between two readings of one source.',
    unit: '',
    better: 'higher',
    cells,
    ...decision,
  };
}

/** The rows below the overview, one for each signal that applies to at least one of the tools. */
export function makeSignalRows(tools: readonly RankedTool[]): Row[] {
  return groups.flatMap(({ group, signals: ids }) =>
    ids.flatMap((id) => {
      const row = makeSignalRow(tools, id, group);
      const growth = id === 'stars' ? makeGrowthRow(tools) : null;
      return [row, growth].filter((each) => each !== null);
    }),
  );
}
