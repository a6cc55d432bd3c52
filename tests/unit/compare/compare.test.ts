import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SignalId } from '../../../lib/catalog/signals';
import { compareTools, passesEvidenceBar } from '../../../lib/compare/compare';
import { fixedRows, isEmptyRow, type Row, type RowId } from '../../../lib/compare/row';
import type { Outcomes } from '../../../lib/rank/rank';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { rankTool } from '../../../lib/rank/score';
import { aFact, aGap, aRankedTool, counted } from '../support/a-tool';
import { anyRankedTools } from '../support/arbitrary-tools';
import { asOf, realCuratedPairs, realTool, realTools, sameCategoryPairs } from '../support/real-tools';
import { checkComparison } from '../support/verdict-rules';

function findRow(tools: readonly RankedTool[], id: RowId): Row {
  const row = compareTools(tools, counted).rows.find((each) => each.id === id);
  if (!row) throw new Error(`there is no row ${id}`);
  return row;
}

const texts = (row: Row): string[] => row.cells.map((cell) => cell.text);
const pair = (id: SignalId, one: Parameters<typeof aFact>[1], other: Parameters<typeof aFact>[1]) => [
  aRankedTool({ slug: 'a', facts: [aFact(id, one)] }),
  aRankedTool({ slug: 'b', facts: [aFact(id, other)] }),
];

test('the first table has the rows of the reference, and freshness, in this order', () => {
  expect(
    compareTools([realTool('vllm'), realTool('sglang')], counted)
      .rows.slice(0, fixedRows.length)
      .map((row) => row.id),
  ).toEqual([...fixedRows]);
});

test('the tools stand in the order of their slugs, however they are given', () => {
  expect(compareTools([realTool('vllm'), realTool('ollama'), realTool('sglang')], counted).tools.map(({ slug }) => slug)).toEqual(['ollama', 'sglang', 'vllm']);
});

test('generated sets of tools keep the rules of the verdict', () => {
  fc.assert(
    fc.property(anyRankedTools, (tools) => void checkComparison(tools)),
    { numRuns: 150 },
  );
});

test.each(realCuratedPairs.map(([one, other]) => ({ pair: `${one.slug} and ${other.slug}`, tools: [one, other] })))(
  '$pair keep the rules of the verdict',
  ({ tools }) => {
    checkComparison(tools);
  },
);

test('pairs of every category keep the rules of the verdict', () => {
  for (const tools of sameCategoryPairs) checkComparison(tools);
}, 120_000);

test('sets of three and four listed tools keep the rules of the verdict', () => {
  const sets = fc.uniqueArray(fc.constantFrom(...realTools), { minLength: 3, maxLength: 4, selector: ({ slug }) => slug });
  fc.assert(
    fc.property(sets, (tools) => void checkComparison(tools)),
    { numRuns: 60 },
  );
});

test('most curated rivals yield two or more leads, and enough pairs of a category a rank winner', () => {
  const rivals = realCuratedPairs.map((tools) => compareTools(tools, counted)).filter(({ relation }) => relation === 'rivals');
  const telling = rivals.filter(({ rows }) => rows.filter((row) => row.lead !== null).length >= 2);
  expect(telling.length / rivals.length).toBeGreaterThanOrEqual(0.7);
  const decided = sameCategoryPairs.filter((tools) => compareTools(tools, counted).verdict.some((clause) => clause.kind === 'ranks-higher'));
  expect(decided.length / sameCategoryPairs.length).toBeGreaterThanOrEqual(0.4);
});

test('more of a count leads, and says by how much', () => {
  expect(findRow(pair('stars', 300, 100), 'stars').lead).toEqual({ slug: 'a', over: 'b', difference: '200 more (3.0 ×)' });
});

test.each([
  ['equal counts', 'stars', 300, 300, 'equal'],
  ['dates', 'last-commit', '2026-08-22', '2020-01-01', 'no-direction'],
  ['words', 'licence', 'MIT', 'Apache-2.0', 'no-direction'],
  ['flags that agree', 'tools-validated', true, true, 'equal'],
] as const)('%s decide nothing', (_what, id, one, other, undecided) => {
  const server = { kind: 'mcp-server', category: 'web-search' } as const;
  const tools = pair(id, one, other).map((tool) => (id === 'tools-validated' ? aRankedTool({ ...server, slug: tool.slug, facts: tool.facts }) : tool));
  expect(findRow(tools, id)).toMatchObject({ lead: null, undecided });
});

test('a server that starts leads over one that does not', () => {
  const server = { kind: 'mcp-server', category: 'web-search' } as const;
  const tools = [
    aRankedTool({ ...server, slug: 'a', facts: [aFact('tools-validated', true)] }),
    aRankedTool({ ...server, slug: 'b', facts: [aFact('tools-validated', false)] }),
  ];
  expect(findRow(tools, 'tools-validated').lead).toEqual({ slug: 'a', over: 'b', difference: 'yes against no' });
});

test('an unknown value decides nothing, also against a very small one', () => {
  expect(findRow([aRankedTool({ slug: 'a', facts: [aFact('stars', 1)] }), aRankedTool({ slug: 'b' })], 'stars')).toMatchObject({
    lead: null,
    undecided: 'unknown',
  });
});

test('a row that one kind cannot have decides nothing, and says why', () => {
  const row = findRow([aRankedTool({ slug: 'a', facts: [aFact('stars', 1)] }), aRankedTool({ slug: 'b', kind: 'model', category: 'chat-model' })], 'stars');
  expect(row).toMatchObject({ lead: null, undecided: 'not-applicable' });
  expect(texts(row)[1]).toBe('does not apply to a model');
});

test('prices at the makers decide, and the lower one leads', () => {
  const priced = (slug: string, host: string, value: string) =>
    aRankedTool({ slug, kind: 'model', category: 'chat-model', facts: [aFact('price-input', value, { conditions: { host } })] });
  expect(findRow([priced('a', 'OpenAI API', '0.3'), priced('b', 'Mistral API', '3')], 'starting-price')).toMatchObject({
    lead: { slug: 'a', over: 'b', difference: '$2.70 less (90 % lower)' },
  });
  expect(findRow([priced('a', 'OpenAI API', '0.3'), priced('b', 'OpenRouter', '3')], 'starting-price')).toMatchObject({
    lead: null,
    undecided: 'other-conditions',
  });
});

test('free software has no price, an unknown price is unknown, and neither leads', () => {
  const free = aRankedTool({ slug: 'a', facts: [aFact('pricing-model', 'free software'), aFact('licence', 'MIT')] });
  const row = findRow([free, aRankedTool({ slug: 'b' })], 'starting-price');
  expect(row).toMatchObject({ lead: null, undecided: 'unknown' });
  expect(texts(row)).toEqual(['none (free software)', 'unknown']);
  expect(findRow([free, { ...free, slug: 'b', id: 'b' }], 'starting-price')).toMatchObject({ lead: null, undecided: 'equal' });
});

test('free software says under which licence, and what one supplies', () => {
  const free = aRankedTool({ slug: 'a', facts: [aFact('pricing-model', 'free software'), aFact('licence', 'MIT')] });
  const unlicensed = aRankedTool({ slug: 'b', facts: [aFact('pricing-model', 'free software')] });
  expect(texts(findRow([free, unlicensed], 'pricing'))).toEqual([
    'free to run under MIT; you supply the hardware and the weights',
    'free to run; you supply the hardware and the weights',
  ]);
});

test('what an optional plan costs is a row of its own, not the starting price', () => {
  const plan = aRankedTool({ slug: 'a', facts: [aFact('pricing-model', 'free software'), aFact('price-month', '9.99')] });
  const tools = [plan, aRankedTool({ slug: 'b' })];
  expect(texts(findRow(tools, 'starting-price'))[0]).toBe('none (free software)');
  expect(texts(findRow(tools, 'price-month'))[0]).toBe('$9.99');
});

test('splitting capabilities finer never makes a tool lead', () => {
  const fine = aRankedTool({ slug: 'a', capabilities: [...realTool('vllm').capabilities, ...realTool('sglang').capabilities] });
  const row = findRow([fine, aRankedTool({ slug: 'b' })], 'capabilities');
  expect(row).toMatchObject({ lead: null, undecided: 'no-direction' });
  expect(texts(row)[1]).toBe('2 decomposed');
});

test('searches that a tool answered are counted since a day, and decide nothing', () => {
  const row = findRow([aRankedTool({ slug: 'a', timesMatched: 1_234 }), aRankedTool({ slug: 'b' })], 'times-matched');
  expect(row).toMatchObject({ lead: null, undecided: 'no-direction' });
  expect(row.cells).toMatchObject([{ text: '1,234', detail: 'since 1 January 2026, up to 22 August 2026' }, { text: '0' }]);
});

test('stars gained in six months are measured between two readings of one source', () => {
  const reading = (value: number, asOf: string, source = 'one') => aFact('stars', value, { asOf, source });
  const grown = aRankedTool({ slug: 'a', facts: [reading(100, '2026-02-22'), reading(150, '2026-08-22')] });
  const flat = aRankedTool({ slug: 'b', facts: [reading(100, '2026-02-22'), reading(99, '2026-08-22')] });
  const mixed = aRankedTool({ slug: 'c', facts: [reading(100, '2026-02-22', 'two'), reading(150, '2026-08-22')] });
  expect(texts(findRow([grown, flat], 'stars-growth'))).toEqual(['+50 %', '−1 %']);
  expect(findRow([grown, flat], 'stars-growth').lead).toEqual({ slug: 'a', over: 'b', difference: '51 points more' });
  expect(texts(findRow([grown, mixed], 'stars-growth'))).toEqual(['+50 %', 'unknown']);
});

test('a reading that was corrected makes no growth', () => {
  const wrong = aFact('stars', 10, { asOf: '2026-02-22' });
  const facts = [wrong, aFact('stars', 100, { asOf: '2026-02-22', corrects: wrong.key }), aFact('stars', 150, { asOf: '2026-08-22' })];
  expect(texts(findRow([aRankedTool({ slug: 'a', facts }), aRankedTool({ slug: 'b' })], 'stars-growth'))[0]).toBe('+50 %');
});

test('components made of other signals are not held against each other', () => {
  const model = { kind: 'model', slug: 'a', category: 'chat-model' } as const;
  const chat = aRankedTool({ ...model, facts: [aFact('aa-intelligence', 60), aFact('aa-coding', 70), aFact('aa-agentic', 50)] });
  const embedding = aRankedTool({ ...model, slug: 'b', category: 'embedding-model', facts: [aFact('mteb-arguana', 0.4), aFact('mteb-scidocs', 0.1)] });
  expect(findRow([chat, embedding], 'quality')).toMatchObject({ lead: null, undecided: 'different-formulas' });
});

test('components of tools whose ranges overlap tie', () => {
  const known = aRankedTool({ slug: 'a', facts: [aFact('commits-90d', 10), aFact('issues-closed', 0.7)] });
  const half = aRankedTool({ slug: 'b', facts: [aFact('commits-90d', 12)] });
  expect(findRow([known, half], 'quality')).toMatchObject({ lead: null, undecided: 'within-error' });
});

test('what is not counted yet is not applicable, and says so', () => {
  const row = findRow([realTool('vllm'), realTool('sglang')], 'match-graph');
  expect(row.cells).toEqual([
    { state: 'not-applicable', text: 'not counted yet' },
    { state: 'not-applicable', text: 'not counted yet' },
  ]);
});

test('where the match graph counts, its row has points, and a tool of which nobody spoke is unknown', () => {
  const counting = (slug: string, outcomes: Outcomes) => ({ ...realTool(slug), outcomes, rank: rankTool(realTool(slug), asOf, outcomes) });
  const row = findRow([counting('sglang', { worked: 45, failed: 5 }), counting('vllm', { worked: 0, failed: 0 })], 'match-graph');
  expect(row.cells).toMatchObject([
    { state: 'value', text: '89', detail: 'between 83 and 94' },
    { state: 'unknown', text: 'unknown', bar: { points: null, low: 0, high: 100 } },
  ]);
  const apart = findRow([counting('sglang', { worked: 45, failed: 5 }), counting('vllm', { worked: 5, failed: 45 })], 'match-graph');
  expect(apart.lead).toMatchObject({ slug: 'sglang', over: 'vllm' });
});

test('a component none of whose signals apply says that it does not apply, not that it is to come', () => {
  const tool = aRankedTool({ slug: 'a', facts: [aGap('stars')] });
  expect(findRow([tool, aRankedTool({ slug: 'b' })], 'adoption').cells[0]).toEqual({ state: 'not-applicable', text: 'does not apply' });
});

test('the freshness row says the day it is made from', () => {
  const tools = [
    aRankedTool({ slug: 'a', facts: [aFact('last-commit', '2022-09-20')] }),
    aRankedTool({ slug: 'b', kind: 'model', category: 'chat-model', facts: [aFact('released', '2025-06-17')] }),
  ];
  const details = findRow(tools, 'freshness').cells.map((cell) => (cell.state === 'value' ? cell.detail : null));
  expect(details[0]).toMatch(/^last commit 20 September 2022; between \d+ and \d+$/);
  expect(details[1]).toBe('released 17 June 2025');
});

test('a row with nothing to show may be folded, a row of the first table never', () => {
  const tools = [aRankedTool({ slug: 'a' }), aRankedTool({ slug: 'b' })];
  expect(isEmptyRow(findRow(tools, 'forks'))).toBe(true);
  expect(isEmptyRow(findRow(tools, 'adoption'))).toBe(false);
});

test('only rivals that are ranked, decomposed and led on facts pass the evidence bar', () => {
  const bar = (one: string, other: string): boolean => passesEvidenceBar(compareTools([realTool(one), realTool(other)], counted));
  expect(bar('sglang', 'vllm')).toBe(true);
  expect(bar('dreambooth-stable-diffusion', 'gemini-2-5-flash')).toBe(false);
  expect(bar('dreambooth-stable-diffusion', 'sd-scripts')).toBe(false);
});
