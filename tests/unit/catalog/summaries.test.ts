import { expect, test } from 'vitest';
import type { ToolRecord } from '@/lib/catalog/record';
import { records } from '../support/real-tools';

/** Words that set a tool above others. No fact of one record can bear them: what is computed over the catalogue may say so, a summary may not. */
const superlatives =
  /\b(best|worst|(small|larg|fast|quick|cheap|strong|light|simpl|easi|great|high|low|new|lat|long|broad|rich|wid)est|most (?!of\b|kinds\b|settings\b|model\b)\w+|leading|unrivalled|unmatched|state-of-the-art)\b/i;
const comparatives = /\b(smaller|faster|quicker|cheaper|stronger|lighter|easier|simpler|better|greater|higher|lower|fewer|more \w+ than|larger(?! than))\b/i;
/** Judgements that nobody measured. */
const praise =
  /\b(fast|quick|strong|powerful|efficient|accurate|dependable|reliable|robust|seamless|scalable|lightweight|popular|well-known|famous|widely|cheap|cutting-edge)\b/i;

/** Proper names hold such words: "Grok 4 Fast", "Fast Gradient". They are written with a capital inside the sentence. */
const withoutNames = (text: string): string => text.replace(/(?<=\S )[A-Z][\w.-]*/g, '·');

const findBoasts = ({ summary, pickFor }: ToolRecord): string[] =>
  [summary, pickFor].flatMap((text) => [superlatives, comparatives, praise].flatMap((words) => withoutNames(text).match(words)?.[0] ?? []));

type Figure = { written: string; value: number };
const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** '117 billion' as 117e9, '1,024' as 1024, 'half a million' as 500000; a number inside a name ("Llama 3.1", "GPT-5") is none. */
function findFigures(text: string): Figure[] {
  const digits = [
    ...text.matchAll(/(?<![\w.,-])(?<!\b[A-Z][\w.]*[ -])(\d[\d,]*(?:\.\d+)?)(?![\w.]*\d)(?:[ -](thousand|million|billion|trillion))?(?!\w*-\w*\d|D\b)/g),
  ].map(([written, number = '', scale]) => ({ written, value: Number(number.replaceAll(',', '')) * (scales[scale ?? ''] ?? 1) }));
  const words = { 'half a million': 5e5, 'a million': 1e6, 'two million': 2e6 };
  const [spelled] = Object.entries(words).filter(([written]) => text.includes(`${written} tokens`));
  return spelled ? [...digits, { written: spelled[0], value: spelled[1] }] : digits;
}

const numbersIn = (value: unknown): number[] =>
  (JSON.stringify(value ?? null).match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((each) => Number(each.replaceAll(',', '')));

/** The figure in a model's own name: '14b' for 14 billion, 'a17b' for 17, '270m' for 270 million. */
function isInName({ value }: Figure, { name, slug, aliases }: ToolRecord): boolean {
  const names = [name, slug, ...aliases].join(' ').toLowerCase().replaceAll(',', '');
  const [size, unit] = value >= 1e9 ? [value / 1e9, 'b'] : value >= 1e6 ? [value / 1e6, 'm'] : [value, '[bm]?'];
  const written = String(size).replace('.', '[.-]');
  return new RegExp(`(?<![\\d.])${written}${unit}(?![\\d.]*\\d)`).test(names);
}

/** Rounded to what a sentence can bear: within 6 % for thousands and more, else the same number. */
const isNear = (value: number, known: number): boolean => (value > 1000 ? Math.abs(value - known) <= 0.06 * value : value === known);

/** Figures of the two sentences that neither a fact nor a capability nor the tool's own name holds. */
function findUnfounded(record: ToolRecord): string[] {
  const known = [
    ...record.facts.flatMap(({ value, conditions, note }) => numbersIn([value, conditions, note])),
    ...record.capabilities.flatMap(({ evidence: _evidence, ...said }) => numbersIn(said)),
  ];
  const years = new Set(record.facts.flatMap(({ value }) => (typeof value === 'string' ? [Number(value.slice(0, 4))] : [])));
  return [record.summary, record.pickFor].flatMap((text) =>
    findFigures(text)
      .filter((figure) => !known.some((each) => isNear(figure.value, each)) && !years.has(figure.value) && !isInName(figure, record))
      .map(({ written }) => written),
  );
}

test('a summary says nothing that sets its tool above others: no record could bear it', () => {
  const boasts = records.flatMap((each) => findBoasts(each).map((word) => `${each.slug}: "${word}"`));
  expect(boasts).toEqual([]);
});

test('a figure in a summary is that of a fact, a capability or the name of its tool', () => {
  const unfounded = records.flatMap((each) => findUnfounded(each).map((figure) => `${each.slug}: "${figure}"`));
  expect(unfounded).toEqual([]);
});

test.each(['the fastest server', 'a better model', 'a powerful tool', 'a small model, more capable than others', 'the most capable model'])(
  '"%s" is noticed',
  (summary) => {
    expect(findBoasts({ ...sample(), summary }).length).toBeGreaterThan(0);
  },
);

test.each([['of 7 billion parameters'], ['12 tools'], ['with a million tokens'], ['4,096 dimensions']])('"%s" without a fact is noticed', (summary) => {
  expect(findUnfounded({ ...sample(), summary })).toHaveLength(1);
});

test('a figure that a fact holds, rounded or whole, is founded; a name is no figure', () => {
  const asked = 'takes about 128,000 tokens, Llama 3.1 inside, on GPT-5';
  const fact = { signal: 'context-tokens' as const, value: 131072, asOf: '2026-01-01', source: 'x', method: 'measured' as const };
  expect(findUnfounded({ ...sample(), summary: asked, facts: [fact] })).toEqual([]);
});

const sample = (): ToolRecord => {
  const [record] = records;
  if (!record) throw new Error('There are no records.');
  return { ...record, name: 'A Tool', slug: 'a-tool', aliases: [], pickFor: 'nothing', facts: [], capabilities: [] };
};
