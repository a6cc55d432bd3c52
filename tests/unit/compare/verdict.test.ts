import { expect, test } from 'vitest';
import { compareTools } from '../../../lib/compare/compare';
import { type Clause, findClauseRows } from '../../../lib/compare/verdict';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { aFact, aRankedTool, aToolWithRank, counted } from '../support/a-tool';
import { realTool } from '../support/real-tools';

const verdictOf = (...tools: RankedTool[]): readonly Clause[] => compareTools(tools, counted).verdict;
const find = <Kind extends Clause['kind']>(verdict: readonly Clause[], kind: Kind): Extract<Clause, { kind: Kind }>[] =>
  verdict.filter((clause): clause is Extract<Clause, { kind: Kind }> => clause.kind === kind);

test('different-jobs: tools of other jobs, said first', () => {
  const verdict = verdictOf(realTool('dreambooth-stable-diffusion'), realTool('gemini-2-5-flash'));
  expect(verdict[0]).toEqual({ kind: 'different-jobs', relation: 'unrelated' });
});

test('pick: what each tool is for, and the rows on which it leads', () => {
  const tools = [
    aRankedTool({ slug: 'a', pickFor: 'doing one thing', facts: [aFact('stars', 9), aFact('forks', 1)] }),
    aRankedTool({ slug: 'b', facts: [aFact('stars', 1), aFact('forks', 9)] }),
  ];
  expect(find(verdictOf(...tools), 'pick').map(({ slug, leads }) => [slug, leads])).toEqual([
    ['a', ['stars']],
    ['b', ['forks']],
  ]);
  expect(verdictOf(...tools)[0]).toMatchObject({ kind: 'pick', slug: 'a', for: 'doing one thing' });
});

test('ranks-higher: ranges that are apart, with the distance as printed', () => {
  const verdict = verdictOf(aToolWithRank('a', [61, 63.4, 65]), aToolWithRank('b', [40, 50.6, 60.4]));
  expect(find(verdict, 'ranks-higher')).toEqual([{ kind: 'ranks-higher', slug: 'a', over: ['b'], by: 12 }]);
});

test('tie: ranges that overlap by a hair', () => {
  const verdict = verdictOf(aToolWithRank('a', [60, 63, 65]), aToolWithRank('b', [40, 50, 60]));
  expect(find(verdict, 'tie')).toEqual([{ kind: 'tie', slugs: ['a', 'b'], overlap: { low: 60, high: 60 } }]);
  expect(find(verdict, 'ranks-higher')).toEqual([]);
});

test('tie: ranges that overlap only as printed', () => {
  expect(find(verdictOf(aToolWithRank('a', [60.4, 63, 65]), aToolWithRank('b', [40, 50, 59.6])), 'tie')).toHaveLength(1);
});

test('tie: equal ranks with full data', () => {
  expect(find(verdictOf(aToolWithRank('a', [50, 50, 50]), aToolWithRank('b', [50, 50, 50])), 'tie')).toHaveLength(1);
});

test('tie: of three tools only those near the top', () => {
  const verdict = verdictOf(aToolWithRank('a', [60, 63, 65]), aToolWithRank('b', [55, 58, 61]), aToolWithRank('c', [10, 12, 14]));
  expect(find(verdict, 'tie')).toEqual([{ kind: 'tie', slugs: ['a', 'b'], overlap: { low: 60, high: 61 } }]);
});

test('a tool whose range is wide enough to reach the top ties, although its rank is lowest', () => {
  const verdict = verdictOf(aToolWithRank('a', [60, 63, 65]), aToolWithRank('b', [50, 52, 54]), aToolWithRank('c', [10, 12, 64]));
  expect(find(verdict, 'ranks-higher')).toEqual([]);
  expect(find(verdict, 'tie')[0]?.slugs).toEqual(['a', 'c']);
});

test('different-formulas: rivals of two kinds are not held against each other', () => {
  const verdict = verdictOf(aToolWithRank('a', [60, 63, 65]), aToolWithRank('b', [1, 2, 3], { kind: 'app' }));
  expect(find(verdict, 'different-formulas')).toEqual([{ kind: 'different-formulas', slugs: ['a', 'b'] }]);
  expect(find(verdict, 'ranks-higher')).toEqual([]);
});

test('not-ranked: a tool of which too little is known is beaten by nobody', () => {
  const verdict = verdictOf(aToolWithRank('a', [60, 63, 65]), aRankedTool({ slug: 'b' }));
  expect(find(verdict, 'not-ranked')).toEqual([{ kind: 'not-ranked', slug: 'b', missing: aRankedTool({ slug: 'b' }).rank.missing }]);
  expect([...find(verdict, 'ranks-higher'), ...find(verdict, 'tie')]).toEqual([]);
});

test('missing: a ranked tool says which signals are unknown', () => {
  const tool = aToolWithRank('a', [60, 63, 65]);
  const verdict = verdictOf(
    { ...tool, rank: { ...tool.rank, missing: ['issues-closed'] } },
    aToolWithRank('b', [1, 2, 3], { rank: { ...tool.rank, missing: [] } }),
  );
  expect(find(verdict, 'missing')).toEqual([{ kind: 'missing', slug: 'a', missing: ['issues-closed'] }]);
});

test('the answer is in the order it is read: jobs, picks, rank, what would change it, what is missing', () => {
  const order: Clause['kind'][] = ['different-jobs', 'pick', 'ranks-higher', 'tie', 'flips', 'decided-by', 'different-formulas', 'not-ranked', 'missing'];
  const places = verdictOf(realTool('vllm'), realTool('sglang'), realTool('tgi')).map(({ kind }) => order.indexOf(kind));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('unrelated tools have no rank winner, however far apart', () => {
  const verdict = verdictOf(aToolWithRank('a', [90, 95, 99]), aToolWithRank('b', [1, 2, 3], { category: 'web-crawling' }));
  expect(verdict.map(({ kind }) => kind)).toEqual(['different-jobs', 'pick', 'pick', 'missing', 'missing']);
});

test.each<[Clause, readonly string[]]>([
  [{ kind: 'different-jobs', relation: 'unrelated' }, ['type']],
  [{ kind: 'pick', slug: 'a', for: 'x', leads: ['stars', 'forks'] }, ['stars', 'forks']],
  [{ kind: 'pick', slug: 'a', for: 'x', leads: [] }, ['capabilities']],
  [{ kind: 'ranks-higher', slug: 'a', over: ['b'], by: 1 }, ['rank']],
  [{ kind: 'tie', slugs: ['a', 'b'], overlap: { low: 1, high: 2 } }, ['rank']],
  [{ kind: 'flips', flips: [] }, ['rank']],
  [{ kind: 'flips', flips: [{ component: 'adoption', now: 35, at: 50, until: 100, winner: 'a' }] }, ['adoption']],
  [
    {
      kind: 'decided-by',
      fact: { slug: 'a', signal: 'forks', component: 'ecosystem', state: 'unknown', ifGood: 'a', ifBad: null },
      row: 'forks',
    },
    ['forks'],
  ],
  [{ kind: 'different-formulas', slugs: ['a', 'b'] }, ['rank']],
  [{ kind: 'not-ranked', slug: 'a', missing: [] }, ['rank']],
  [{ kind: 'missing', slug: 'a', missing: [] }, ['rank']],
])('%j rests on the rows %j', (clause, rows) => {
  expect(findClauseRows(clause)).toEqual(rows);
});
