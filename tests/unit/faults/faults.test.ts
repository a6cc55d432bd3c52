import { expect, test } from 'vitest';
import type { Evidence } from '../../../lib/catalog/record';
import { compareTools } from '../../../lib/compare/compare';
import { findRelation } from '../../../lib/compare/relation';
import { fixedRows, type Row, type RowId } from '../../../lib/compare/row';
import { formatPrice } from '../../../lib/format/price';
import { formula } from '../../../lib/rank/formula';
import { componentIds } from '../../../lib/rank/rank';
import { rankTool } from '../../../lib/rank/score';
import { aFact, aGap, aRankedTool, aToolWithRank, counted } from '../support/a-tool';
import { asOf, realCuratedPairs, realPairs, realTool, realTools, records, sharedSources } from '../support/real-tools';

const dreambooth = realTool('dreambooth-stable-diffusion');
const gemini = realTool('gemini-2-5-flash');
const reference = compareTools([gemini, dreambooth], counted);

/** The curated comparisons and every sixteenth of all the others. */
const comparisons = [...realCuratedPairs, ...realPairs.filter((_pair, index) => index % 32 === 0)].map((pair) => compareTools(pair, counted));

/** A row of the reference comparison; Dreambooth's cell comes first. */
function referenceRow(id: RowId): Row {
  const row = reference.rows.find((each) => each.id === id);
  if (!row) throw new Error(`there is no row ${id}`);
  return row;
}

const textOf = (id: RowId): string[] => referenceRow(id).cells.map((cell) => cell.text);

test('F1 sub-scores are points from 0 to 100, and under the published weights they add up to the rank', () => {
  const spread = new Set<string>();
  for (const { rank, kind } of realTools) {
    const asked = rank.components.filter(({ signals }) => signals.length > 0).reduce((whole, { component }) => whole + formula[kind][component].weight, 0);
    const sum = rank.components.reduce((total, { weight, points }) => total + weight * points, 0);
    expect(sum).toBeCloseTo(rank.total, 3);
    for (const { component, points, weight } of rank.components) {
      spread.add(points.toFixed(0));
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(100);
      if (weight > 0) expect(weight).toBeCloseTo(formula[kind][component].weight / asked, 5);
    }
  }
  expect(spread.size, 'sub-scores that are only 0 or 1').toBeGreaterThan(40);
});

test('F2 every clause of the reference verdict rests on a row, and none claims what both cells deny', () => {
  const leads = reference.rows.flatMap((row) => (row.lead ? [row.id] : []));
  expect(reference.verdict.flatMap((clause) => (clause.kind === 'pick' ? clause.leads : []))).toEqual(leads);
  expect(textOf('times-matched')).toEqual(['0', '0']);
  expect(referenceRow('times-matched').lead).toBeNull();
});

test('F2 equal cells never decide, in any of these comparisons', () => {
  const wrong = comparisons.flatMap(({ rows, tools }) =>
    rows
      .filter((row) => row.lead !== null && new Set(row.cells.map((cell) => cell.text)).size < 2)
      .map((row) => `${row.id} of ${tools.map(({ slug }) => slug).join(' and ')}`),
  );
  expect(wrong).toEqual([]);
});

test('F3 a rank carries its range, and 28 against 27 names no winner while the ranges overlap', () => {
  const { verdict, rows } = compareTools([aToolWithRank('a', [20, 28, 40]), aToolWithRank('b', [18, 27, 35])], counted);
  expect(verdict.filter(({ kind }) => kind === 'ranks-higher')).toEqual([]);
  expect(verdict).toContainEqual({ kind: 'tie', slugs: ['a', 'b'], overlap: { low: 20, high: 35 } });
  const rank = rows.find((row) => row.id === 'rank');
  expect(rank).toMatchObject({ lead: null, undecided: 'within-error' });
  expect(rank?.cells).toMatchObject([
    { text: '28/100', detail: 'between 20 and 40' },
    { text: '27/100', detail: 'between 18 and 35' },
  ]);
});

test('F4 the assistants are no repositories and the libraries no models', () => {
  expect([gemini.kind, dreambooth.kind]).toEqual(['model', 'repository']);
  expect(['claude-code', 'codex', 'gemini-cli', 'opencode', 'cline', 'aider'].map((slug) => realTool(slug).kind)).toEqual(
    Array.from({ length: 6 }, () => 'agent'),
  );
  expect(['langchain', 'llamaindex', 'langgraph'].map((slug) => realTool(slug).kind)).toEqual(Array.from({ length: 3 }, () => 'framework'));
  expect(textOf('pricing')[1]).toBe('usage-based');
});

test('F4 no tool is free software without a licence that says so, and no source-available tool is', () => {
  const free = records.filter(({ facts }) => facts.some((fact) => fact.signal === 'pricing-model' && fact.value === 'free software'));
  expect(free.filter(({ facts }) => !facts.some((fact) => fact.signal === 'licence' && typeof fact.value === 'string')).map(({ slug }) => slug)).toEqual([]);
  expect(free.map(({ slug }) => slug).filter((slug) => ['n8n', 'dify', 'open-webui', 'claude-code'].includes(slug))).toEqual([]);
});

test('F5 tools of different jobs are said to be so first, and have no rank winner', () => {
  expect(reference.relation).toBe('unrelated');
  expect(reference.verdict[0]).toEqual({ kind: 'different-jobs', relation: 'unrelated' });
  expect(findRelation(realTool('vllm'), realTool('gpt-oss-120b'))).toMatchObject({ type: 'runs-on', from: 'gpt-oss-120b', to: 'vllm' });
  const apart = comparisons.filter(({ relation }) => relation !== 'rivals');
  expect(apart.length).toBeGreaterThan(50);
  expect(apart.filter(({ verdict }) => verdict[0]?.kind !== 'different-jobs' || verdict.some(({ kind }) => kind === 'ranks-higher' || kind === 'tie'))).toEqual(
    [],
  );
});

test('F5 only rows that apply to both tools decide', () => {
  const wrong = reference.rows.filter((row) => row.lead !== null && row.cells.some((cell) => cell.state !== 'value'));
  expect(wrong).toEqual([]);
  expect(referenceRow('stars')).toMatchObject({ lead: null, undecided: 'not-applicable' });
  expect(referenceRow('rank')).toMatchObject({ lead: null });
});

test('F5 the standing of a tool is said within its category', () => {
  const { rows } = compareTools([{ ...aToolWithRank('a', [1, 2, 3]), standing: 75 }, aToolWithRank('b', [1, 2, 3])], counted);
  expect(rows.find((row) => row.id === 'rank')?.cells[0]).toMatchObject({ detail: 'between 1 and 3; percentile 75 of inference servers' });
});

test('F6 splitting one capability in two never makes a tool look ahead', () => {
  const [whole] = realTool('vllm').capabilities;
  if (!whole) throw new Error('vllm has no capabilities');
  const split = { ...realTool('vllm'), capabilities: [...realTool('vllm').capabilities, { ...whole, key: 'first-half' }, { ...whole, key: 'second-half' }] };
  const before = compareTools([realTool('vllm'), realTool('sglang')], counted);
  const after = compareTools([split, realTool('sglang')], counted);
  expect(after.verdict).toEqual(before.verdict);
  expect(after.rows.find((row) => row.id === 'capabilities')).toMatchObject({ lead: null, undecided: 'no-direction' });
  expect(rankTool(split, asOf)).toEqual(rankTool(realTool('vllm'), asOf));
});

test('F6 every capability names its job, and rivals share jobs', () => {
  const shared = realCuratedPairs.filter(
    ([one, other]) => one.category === other.category && one.capabilities.some(({ job }) => other.capabilities.some((each) => each.job === job)),
  );
  const rivals = realCuratedPairs.filter(([one, other]) => one.category === other.category);
  expect(shared.length / rivals.length).toBeGreaterThanOrEqual(0.8);
});

test('F7 every claim carries its label and its receipts, and no superlative', () => {
  const superlative = /\b(best(?![- ]first)|fastest|cheapest|leading|state[- ]of[- ]the[- ]art|unrivalled|unmatched|superior|world-class|cutting-edge)\b/i;
  const known = new Set(sharedSources.map(({ id }) => id));
  for (const { slug, capabilities, sources, relations } of records) {
    const ids = new Set([...known, ...sources.map(({ id }) => id)]);
    const claims: { text: string; evidence: readonly Evidence[] }[] = capabilities.flatMap(({ unique, versus }) => [...(unique ? [unique] : []), ...versus]);
    for (const { text, evidence } of claims) {
      expect(text, slug).not.toMatch(superlative);
      expect(evidence.length, slug).toBeGreaterThan(0);
    }
    const cited = [...claims, ...capabilities, ...relations].flatMap(({ evidence }) => evidence.map(({ source }) => source));
    expect(
      cited.filter((id) => !ids.has(id)),
      `${slug} cites sources that nobody describes`,
    ).toEqual([]);
  }
});

test('F7 a per cent of being better stands in no claim without a measurement', () => {
  const loose = records.flatMap(({ slug, capabilities }) =>
    capabilities.flatMap(({ key, unique, versus }) =>
      [...(unique ? [unique] : []), ...versus].filter(({ text, method }) => /\d\s?%/.test(text) && method === 'editorial').map(() => `${slug} ${key}`),
    ),
  );
  expect(loose).toEqual([]);
});

test('F8 every component of the formula is a row', () => {
  expect(componentIds.filter((component) => !fixedRows.includes(component))).toEqual([]);
  expect(reference.rows.map((row) => row.id)).toEqual(expect.arrayContaining([...componentIds]));
});

test('F9 every number of every comparison names the facts it rests on, and every fact its source, day and method', () => {
  const withoutReceipt: readonly RowId[] = ['type', 'rank', 'capabilities', 'times-matched'];
  for (const pair of realCuratedPairs) {
    const facts = new Set(pair.flatMap((tool) => tool.facts.map((fact) => fact.key)));
    const { rows } = compareTools(pair, counted);
    const bare = rows.filter(
      (row) =>
        !withoutReceipt.includes(row.id) &&
        row.cells.some((cell) => cell.state === 'value' && (cell.facts.length === 0 || cell.facts.some((key) => !facts.has(key)))),
    );
    expect(bare.map((row) => row.id)).toEqual([]);
  }
  const shared = new Map(sharedSources.map((each) => [each.id, each]));
  for (const { slug, facts, sources } of records) {
    const own = new Map([...shared, ...sources.map((each) => [each.id, each] as const)]);
    const unsourced = facts.filter((fact) => !own.get(fact.source)?.address);
    expect(
      unsourced.map(({ signal }) => signal),
      slug,
    ).toEqual([]);
  }
});

test('F10 a price reads as dollars per million tokens, and the exact decimal is kept', () => {
  expect(textOf('starting-price')[1]).toBe('$0.30 per 1M input tokens');
  expect(referenceRow('starting-price').cells[1]).toMatchObject({ exact: '0.3', detail: expect.stringMatching(/^Google Gemini API, \d{1,2} \w+ \d{4}$/) });
  const prices = realTools.flatMap(({ facts }) => facts.filter(({ signal, value }) => signal.startsWith('price-') && typeof value === 'string'));
  for (const { value, signal } of prices) expect(formatPrice(String(value), signal)).toMatch(/^(\$|under \$)[\d,]+\.\d{2,6} /);
});

test('F11 unknown, zero, free and not applicable are four different cells', () => {
  const model = { kind: 'model', category: 'chat-model' } as const;
  const priced = (slug: string, ...facts: ReturnType<typeof aFact>[]) => aRankedTool({ ...model, slug, facts });
  const tools = [
    priced('a', aFact('price-input', '0', { conditions: { host: 'OpenRouter' } }), aFact('pricing-model', 'usage-based')),
    priced('b', aFact('pricing-model', 'free software')),
    priced('c'),
    priced('d', aGap('price-input', 'Its maker sells no tokens.')),
  ];
  const cells = compareTools(tools, counted)
    .rows.find((row) => row.id === 'starting-price')
    ?.cells.map(({ state, text }) => [state, text]);
  expect(cells).toEqual([
    ['value', '$0.00 per 1M input tokens'],
    ['value', 'none (free software)'],
    ['unknown', 'unknown'],
    ['not-applicable', 'Its maker sells no tokens.'],
  ]);
});

test('F11 no cell of any comparison is a dash or empty', () => {
  for (const pair of realCuratedPairs) {
    const blank = compareTools(pair, counted).rows.filter((row) => row.cells.some((cell) => /^[\s—–-]*$/.test(cell.text)));
    expect(blank.map((row) => row.id)).toEqual([]);
  }
});

test('F12 all capabilities are counted and kept: twelve each for the reference pair', () => {
  expect(textOf('capabilities')).toEqual(['12 decomposed', '12 decomposed']);
  expect(reference.tools.map(({ capabilities }) => capabilities.length)).toEqual([12, 12]);
  expect(records.filter(({ capabilities }) => capabilities.length > 0 && capabilities.length < 8).map(({ slug }) => slug)).toEqual([]);
});

test('F13 the record of Dreambooth says what its source says', () => {
  const all = dreambooth.capabilities.map(({ name, description, unique }) => `${name}. ${description} ${unique?.text ?? ''}`).join('\n');
  expect(all).toMatch(/before training/i);
  expect(all).toMatch(/whole (diffusion )?model|every weight/i);
  expect(all).toContain('unfreeze_model');
  expect(all).toContain('cond_stage_trainable');
  expect(all).toContain('sks');
  expect(all).not.toMatch(/learned (unique )?token|in parallel with training|dynamically generat/i);
  expect(all).toMatch(/1\.0e-6/);
  expect(all).toMatch(/step 500/);
});

test('F13 every capability of the reference pair points at a place in its source', () => {
  const pinned = /^https:\/\/github\.com\/XavierXiao\/Dreambooth-Stable-Diffusion\/blob\/12fa950[0-9a-f]{33}\/[^#]+#L\d+/;
  expect(dreambooth.capabilities.filter(({ evidence }) => !evidence.every(({ address }) => pinned.test(address))).map(({ key }) => key)).toEqual([]);
  expect(gemini.capabilities.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
});

test('F13 the facts of the reference repository are those of its history', () => {
  const read = (signal: string) => dreambooth.facts.find((fact) => fact.signal === signal)?.value;
  expect([read('commits'), read('first-commit'), read('last-commit'), read('licence')]).toEqual([32, '2022-09-06', '2022-09-20', 'MIT']);
  expect(read('stars'), 'in none of the dated sources: unknown, not zero').toBeUndefined();
});

test('F14 the comparison of the reference pair has a freshness row with the day of the last commit', () => {
  const [repository, model] = referenceRow('freshness').cells;
  expect(repository).toMatchObject({ state: 'value', detail: expect.stringContaining('last commit 20 September 2022') });
  expect(model).toMatchObject({ state: 'value', detail: expect.stringContaining('released 17 June 2025') });
  expect(repository?.state === 'value' && model?.state === 'value' && (repository.amount ?? 99) < (model.amount ?? 0)).toBe(true);
  expect(textOf('last-commit')[0]).toBe('20 September 2022');
});

test('F14 a repository that nobody has touched for four years is not ranked above a current model', () => {
  expect(dreambooth.rank.ranked).toBe(false);
  expect(reference.verdict).toContainEqual(expect.objectContaining({ kind: 'not-ranked', slug: 'dreambooth-stable-diffusion' }));
  expect(dreambooth.rank.components.find(({ component }) => component === 'freshness')?.points).toBeLessThan(5);
});
