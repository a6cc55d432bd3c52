import { findCategory } from '../catalog/categories';
import { findFact } from '../catalog/current';
import { kindNames } from '../catalog/kinds';
import { findStartingPrice } from '../catalog/listing';
import { appliesTo, isSignalId, signals } from '../catalog/signals';
import { formatDay } from '../format/day';
import { formatCount, roundPoints } from '../format/number';
import { describeOutcomes } from '../format/outcomes';
import { formatPrice } from '../format/price';
import { formatStanding } from '../format/standing';
import { lowerFirst } from '../format/words';
import { formula } from '../rank/formula';
import type { ComponentId, ComponentScore } from '../rank/rank';
import type { RankedTool } from '../rank/ranked-tool';
import { describeOrigin } from './capability-origin';
import { describeFact, makeFactCell, unknown } from './cell';
import { componentNames } from './component-names';
import { decideLead, describeDifference } from './lead';
import type { RelationType } from './relation';
import type { Cell, FixedRow, Row } from './row';
import { alignConditions } from './same-conditions';

type Describe = Pick<Row, 'label' | 'says' | 'unit' | 'better'>;

const overview = { group: 'overview', unit: '', better: null } as const;
const undirected = { lead: null, undecided: 'no-direction' } as const;

const rankNames = { label: 'UnfragileRank', says: 'Weighted sum of the components below, by the formula of its kind.' };

function makeRankCell({ rank, standing, category }: RankedTool): Cell {
  const bar = { points: rank.total, low: rank.low, high: rank.high };
  if (!rank.ranked) return { state: 'unknown', text: 'not ranked yet', bar: { ...bar, points: null } };
  const [low, high] = [roundPoints(rank.low), roundPoints(rank.high)];
  const range = low === high ? 'nothing missing' : `between ${low} and ${high}`;
  const place = standing === null ? '' : `; ${formatStanding(standing, lowerFirst(findCategory(category)?.name ?? category))}`;
  return {
    state: 'value',
    text: `${roundPoints(rank.total)}/100`,
    amount: roundPoints(rank.total),
    exact: rank.total,
    facts: [],
    detail: `${range}${place}`,
    bar,
  };
}

/** `last commit 20 September 2022`: the day that weighs most in the freshness of a tool. */
function describeNewest(tool: RankedTool, score: ComponentScore): string | null {
  if (score.component !== 'freshness') return null;
  const [main] = score.signals.filter(({ known }) => known).sort((a, b) => b.share - a.share);
  const day = tool.facts.find((fact) => fact.key === main?.fact)?.value;
  return main && typeof day === 'string' ? `${lowerFirst(signals[main.signal].label)} ${formatDay(day)}` : null;
}

function makeComponentCell(tool: RankedTool, score: ComponentScore): Cell {
  if (score.weight === 0) return { state: 'not-applicable', text: formula[tool.kind][score.component].weight === 0 ? 'not counted yet' : 'does not apply' };
  const bar = { points: score.points, low: score.low, high: score.high };
  if (score.coverage === 0) return { state: 'unknown', text: 'unknown', bar: { ...bar, points: null } };
  const [low, high] = [roundPoints(score.low), roundPoints(score.high)];
  const facts = score.signals.flatMap((signal) => (signal.fact === null ? [] : [signal.fact]));
  const said = [describeNewest(tool, score), low === high ? null : `between ${low} and ${high}`].filter((each) => each !== null);
  return {
    state: 'value',
    text: String(roundPoints(score.points)),
    amount: roundPoints(score.points),
    exact: score.points,
    facts,
    detail: said.length === 0 ? null : said.join('; '),
    bar,
  };
}

/** The rank of one tool and its components, as cells with their labels. */
export function listScores(tool: RankedTool): { label: string; cell: Cell }[] {
  const components = tool.rank.components.map((score) => ({ label: componentNames[score.component].label, cell: makeComponentCell(tool, score) }));
  return [{ label: rankNames.label, cell: makeRankCell(tool) }, ...components];
}

/** The signals that a component is made of in this kind and category: scores made of others are of another formula. */
function listAsked({ kind, category }: RankedTool, component: ComponentId): string {
  return Object.keys(formula[kind][component].signals)
    .filter((signal) => isSignalId(signal) && appliesTo(signal, kind, category))
    .join();
}

/** A row of scores: higher is better, ranges decide, and scores of different formulas are not held against each other. */
function makeScoreRow(tools: readonly RankedTool[], id: FixedRow, names: { label: string; says: string }, cells: readonly Cell[], mayLead: boolean): Row {
  const shown: Describe = { ...names, unit: 'of 100', better: 'higher' };
  if (!mayLead || new Set(tools.map((tool) => tool.kind)).size > 1)
    return { id, group: 'overview', ...shown, cells, lead: null, undecided: 'different-formulas' };
  const decision = decideLead({
    slugs: tools.map((tool) => tool.slug),
    cells,
    better: 'higher',
    sameConditions: true,
    intervals: cells.map((cell) => (cell.state === 'value' && cell.bar ? [roundPoints(cell.bar.low), roundPoints(cell.bar.high)] : null)),
    describe: (ahead, behind) => describeDifference('score', ahead, behind),
  });
  return { id, group: 'overview', ...shown, cells, ...decision };
}

function makePricingCell(tool: RankedTool): Cell {
  const fact = findFact(tool.facts, 'pricing-model');
  const cell = makeFactCell(fact);
  const licence = findFact(tool.facts, 'licence');
  if (cell.state !== 'value' || cell.exact !== 'free software') return cell;
  const supply = findCategory(tool.category)?.supply ?? 'the machine';
  const terms = typeof licence?.value === 'string' ? ` under ${licence.value}` : '';
  return { ...cell, text: `free to run${terms}; you supply ${supply}`, facts: [...cell.facts, ...(licence ? [licence.key] : [])] };
}

function makePriceRow(tools: readonly RankedTool[]): Row {
  const aligned = alignConditions(tools, 'price-input');
  const cells = tools.map((tool, index): Cell => {
    const price = (aligned.same ? aligned.facts[index] : null) ?? findStartingPrice(tool);
    if (typeof price?.value === 'string') {
      return {
        state: 'value',
        text: formatPrice(price.value, price.signal),
        amount: Number(price.value),
        exact: price.value,
        facts: [price.key],
        detail: describeFact(price),
        bar: null,
      };
    }
    const pricing = findFact(tool.facts, 'pricing-model');
    if (pricing?.value !== 'free software') return makeFactCell(price);
    return {
      state: 'value',
      text: 'none (free software)',
      amount: null,
      exact: '0',
      facts: [pricing.key],
      detail: `licence read ${formatDay(pricing.asOf)}`,
      bar: null,
    };
  });
  const decision = decideLead({
    slugs: tools.map((tool) => tool.slug),
    cells,
    better: 'lower',
    sameConditions: aligned.same,
    intervals: cells.map(() => null),
    describe: (ahead, behind) => describeDifference('decimal', ahead, behind),
  });
  const allFree = cells.every((cell) => cell.state === 'value' && cell.amount === null);
  return {
    id: 'starting-price',
    group: 'overview',
    label: 'Starting Price',
    says: 'What one begins to pay at, at a named host on a day.',
    unit: '',
    better: 'lower',
    cells,
    ...(allFree ? { lead: null, undecided: 'equal' } : decision),
  };
}

function makeCountCell(count: number, text: string, detail: string | null): Cell {
  return { state: 'value', text, amount: null, exact: count, facts: [], detail, bar: null };
}

/** The rows every comparison has, in the order of the page. `since` is the first day on which searches were counted. */
export function makeOverviewRows(tools: readonly RankedTool[], relation: RelationType, counted: { since: string; until: string }): Row[] {
  const componentRow = (id: ComponentId): Row => {
    const cells = tools.map((tool) => {
      const score = tool.rank.components.find((each) => each.component === id);
      return score ? makeComponentCell(tool, score) : unknown;
    });
    const sameSignals = new Set(tools.map((tool) => listAsked(tool, id))).size === 1;
    return makeScoreRow(tools, id, componentNames[id], cells, sameSignals);
  };
  const types = tools.map(
    (tool): Cell => ({
      state: 'value',
      text: kindNames[tool.kind].one,
      amount: null,
      exact: tool.kind,
      facts: [],
      detail: findCategory(tool.category)?.name ?? null,
      bar: null,
    }),
  );
  return [
    { id: 'type', ...overview, label: 'Type', says: 'What it is, and the job it does.', cells: types, ...undirected },
    makeScoreRow(tools, 'rank', rankNames, tools.map(makeRankCell), relation === 'rivals'),
    componentRow('adoption'),
    componentRow('quality'),
    componentRow('ecosystem'),
    componentRow('match-graph'),
    componentRow('freshness'),
    { id: 'pricing', ...overview, label: 'Pricing', says: 'How one pays.', cells: tools.map(makePricingCell), ...undirected },
    makePriceRow(tools),
    {
      id: 'capabilities',
      ...overview,
      label: 'Capabilities',
      says: 'Jobs described one by one. A longer list is finer slicing, not a better tool.',
      cells: tools.map((tool) => makeCountCell(tool.capabilities.length, `${tool.capabilities.length} decomposed`, describeOrigin(tool))),
      ...undirected,
    },
    {
      id: 'times-matched',
      ...overview,
      label: 'Times Matched',
      says: 'Searches here that this tool answered, each visitor once a day.',
      cells: tools.map((tool) =>
        makeCountCell(
          tool.timesMatched,
          formatCount(tool.timesMatched),
          `since ${formatDay(counted.since)}, up to ${formatDay(counted.until)}${describeOutcomes(tool.outcomes)}`,
        ),
      ),
      ...undirected,
    },
  ];
}
