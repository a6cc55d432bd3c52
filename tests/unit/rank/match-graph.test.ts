import { expect, test } from 'vitest';
import { kinds } from '../../../lib/catalog/kinds';
import { formula, formulaVersion } from '../../../lib/rank/formula';
import {
  findCounted,
  findWeights,
  judgeOutcomes,
  matchGraphThreshold,
  matchGraphWeight,
  nextFormulaVersion,
  scoreOutcomes,
  weighComponents,
} from '../../../lib/rank/match-graph';
import { componentIds, type Outcomes } from '../../../lib/rank/rank';
import { rankTool } from '../../../lib/rank/score';
import { weighRank } from '../../../lib/rank/weigh';
import { aTool, today } from '../support/a-tool';
import { asOf, realTools } from '../support/real-tools';

const tools = (count: number, outcomes: Outcomes): Outcomes[] => Array.from({ length: count }, () => outcomes);
const known = { worked: 15, failed: 5 };
const unknown = { worked: 0, failed: 0 };

test.each([
  ['no tools', [], false],
  ['nothing said', tools(100, unknown), false],
  ['29 tools that people know, and no others', tools(29, known), false],
  ['30 tools that people know, and no others', tools(30, known), true],
  ['one outcome too few each', tools(100, { worked: 15, failed: 4 }), false],
  ['half of the tools', [...tools(50, known), ...tools(50, unknown)], true],
  ['less than half of the tools', [...tools(50, known), ...tools(51, unknown)], false],
  ['one tool with very many outcomes', [{ worked: 100_000, failed: 0 }, ...tools(99, unknown)], false],
])('%s: enough is %s', (_case, outcomes, enough) => {
  expect(judgeOutcomes(outcomes).enough).toBe(enough);
});

test('the standing says how far a kind is', () => {
  expect(judgeOutcomes([...tools(10, known), ...tools(90, unknown)])).toEqual({ enough: false, tools: 100, toolsWithEnough: 10, needed: 50, outcomes: 200 });
});

test.each(kinds)('the next weights of %s add up to 1 and keep the proportions of those in force', (kind) => {
  const next = weighComponents(kind, { enough: true });
  expect(componentIds.reduce((sum, id) => sum + next[id], 0)).toBeCloseTo(1, 6);
  expect(next['match-graph']).toBe(matchGraphWeight);
  for (const id of componentIds.filter((each) => each !== 'match-graph')) expect(next[id]).toBeCloseTo(formula[kind][id].weight * (1 - matchGraphWeight), 6);
});

test.each(kinds)('without enough outcomes the weights of %s are those in force', (kind) => {
  for (const id of componentIds) expect(weighComponents(kind, { enough: false })[id]).toBe(formula[kind][id].weight);
});

test('a kind is counted at the threshold and not one tool before it, whatever other kinds have', () => {
  const count = (repositories: number) => [
    ...findCounted(
      new Map([
        ['repository', [...tools(repositories, known), ...tools(60 - repositories, unknown)]],
        ['model', tools(29, known)],
      ]),
    ),
  ];
  expect(count(29)).toEqual([]);
  expect(count(30)).toEqual(['repository']);
});

const scored = realTools.map((tool) => ({ tool, plain: rankTool(tool, asOf), counted: rankTool(tool, asOf, { worked: 15, failed: 5 }) }));

test('without outcomes to count a rank is of the formula without the match graph', () => {
  for (const { tool, plain } of scored) {
    expect(rankTool(tool, asOf, null)).toEqual(plain);
    expect(plain.formula).toBe(formulaVersion);
    expect(plain.components.find(({ component }) => component === 'match-graph')).not.toHaveProperty('outcomes');
    expect(findWeights({ kind: tool.kind, rank: plain })).toEqual(weighComponents(tool.kind, { enough: false }));
  }
});

test('where it counts, the rank is of the next version, its contributions add up, and its own weights give it again', () => {
  expect(nextFormulaVersion).not.toBe(formulaVersion);
  for (const { tool, plain, counted } of scored) {
    expect(counted.formula).toBe(nextFormulaVersion);
    expect(counted.components.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(counted.total, 5);
    expect(counted.components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 5);
    expect(counted.components.find(({ component }) => component === 'match-graph')?.weight).toBeGreaterThanOrEqual(matchGraphWeight);
    expect(new Set(counted.missing)).toEqual(new Set(plain.missing));
    const weights = findWeights({ kind: tool.kind, rank: counted });
    expect(weights).toEqual(weighComponents(tool.kind, { enough: true }));
    expect(weighRank(counted, weights)).toMatchObject({ total: counted.total, low: counted.low, high: counted.high, components: counted.components });
  }
});

test('few outcomes leave the range open, none leaves it whole, and neither is zero points', () => {
  const component = (outcomes: Outcomes) => rankTool(aTool(), today, outcomes).components.find((each) => each.component === 'match-graph');
  expect(component(unknown)).toMatchObject({ weight: matchGraphWeight, points: 50, low: 0, high: 100, coverage: 0, outcomes: unknown });
  const [few, many] = [component({ worked: 3, failed: 1 }), component({ worked: 300, failed: 100 })];
  expect((few?.high ?? 0) - (few?.low ?? 0)).toBeGreaterThan((many?.high ?? 0) - (many?.low ?? 0));
  expect(few?.coverage).toBeGreaterThan(0);
  expect(few?.coverage).toBeLessThan(many?.coverage ?? 0);
});

test('nobody has said anything: null, never 0', () => {
  expect(scoreOutcomes(unknown)).toBeNull();
});

test.each([
  ['half of twenty', { worked: 10, failed: 10 }, 50, 36.2, 63.8],
  ['one that worked', { worked: 1, failed: 0 }, 68.9, 37.8, 100],
  ['one that failed', { worked: 0, failed: 1 }, 31.1, 0, 62.2],
  ['nine of ten, often', { worked: 900, failed: 100 }, 89.9, 88.7, 91.1],
])('%s: points with their range', (_case, outcomes, points, low, high) => {
  const scored = scoreOutcomes(outcomes);
  expect(scored?.points).toBeCloseTo(points, 0);
  expect(scored?.low).toBeCloseTo(low, 0);
  expect(scored?.high).toBeCloseTo(high, 0);
});

test('more outcomes of the same share narrow the range, and one more that worked never lowers the points', () => {
  for (let worked = 0; worked < 40; worked += 1) {
    const [some, more, better] = [
      scoreOutcomes({ worked, failed: 10 }),
      scoreOutcomes({ worked: worked * 4, failed: 40 }),
      scoreOutcomes({ worked: worked + 1, failed: 10 }),
    ];
    expect((more?.high ?? 0) - (more?.low ?? 0)).toBeLessThan((some?.high ?? 0) - (some?.low ?? 0));
    expect(better?.points).toBeGreaterThan(some?.points ?? 100);
  }
});

test('the threshold is the one that the README states', () => {
  expect(matchGraphThreshold).toEqual({ outcomesOfTool: 20, shareOfTools: 0.5, tools: 30 });
});
