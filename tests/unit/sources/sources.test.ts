import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParsedSource } from '@/lib/catalog/entry';
import { fact } from '@/lib/catalog/record';
import { SourceFileError } from '@/lib/sources/read-rows';
import type { SourceModule } from '@/lib/sources/source-module';
import { sources } from '@/lib/sources/sources';

const modules = Object.entries<SourceModule>(sources);
const asOf = '2026-08-01';
const known = new Set(JSON.parse(readFileSync('prisma/catalog/sources.json', 'utf8')).map(({ id }: { id: string }) => id));

/** Null where the text is refused as a whole; every fact that comes back is fit to be kept. */
function parseOrRefuse({ parse, sourceId }: SourceModule, text: string): ParsedSource | null {
  try {
    const parsed = parse(text, { asOf });
    for (const each of parsed.entries.flatMap(({ facts }) => facts))
      expect({ each, ...fact.safeParse(each) }).toMatchObject({ success: true, each: { source: sourceId } });
    for (const { at, reason } of parsed.rejected) expect(Math.max(at.length, reason.length)).toBeLessThan(1_300);
    return parsed;
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    return null;
  }
}

test.each(modules)('%s names a source that is listed', (_name, { sourceId }) => {
  expect(known).toContain(sourceId);
});

/** Words of the real formats, so that arbitrary documents reach beyond the first check. */
const keys = fc.constantFrom(
  ...[
    'data',
    'models',
    'providers',
    'provider_models',
    'full',
    'id',
    'name',
    'pricing',
    'prompt',
    'completion',
    'overrides',
    'architecture',
    'output_modalities',
  ],
  ...[
    'litellm_provider',
    'mode',
    'input_cost_per_token',
    'prices',
    'input_mtok',
    'tiers',
    'base',
    'scores',
    'ArguAna',
    'max_tokens',
    'rating',
    'rating_q025',
    'rating_q975',
  ],
  ...[
    'benchmarks',
    'benchmark_id',
    'score',
    'created_at',
    'model',
    'test_cases',
    'pass_rate_2',
    'date',
    'downloads',
    'tags',
    'provider_id',
    'cost',
    'input',
    'release_date',
    '__proto__',
    'constructor',
  ],
);
const leaf = fc.oneof(
  fc.constantFrom(
    null,
    0,
    -1,
    0.5,
    225,
    1e300,
    '',
    '-1',
    '0.000001',
    '1e-7',
    'NaN',
    'openai',
    'chat',
    'openai/gpt-5',
    'text',
    '2099-01-01',
    '2026-01-01',
    'mmlu',
    'license:mit',
    '\u0000',
    '\ud800',
    '\u202e',
    'x'.repeat(10_000),
  ),
  fc.string(),
  fc.double({ noNaN: true }),
);
const { document } = fc.letrec<{ document: unknown }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie('document'), { maxLength: 4 }),
    fc.dictionary(keys, tie('document'), { maxKeys: 8 }),
  ),
}));

test.each(modules)('%s returns facts that are fit to be kept, or refuses the file, whatever JSON comes in', (_name, module) => {
  fc.assert(
    fc.property(document, (value) => {
      parseOrRefuse(module, JSON.stringify(value) ?? '');
    }),
    { numRuns: 150 },
  );
});

test.each(modules)('%s returns or refuses whatever text comes in', (_name, module) => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      parseOrRefuse(module, text);
    }),
    { numRuns: 60 },
  );
});

const row = { id: 'openai/gpt-5', name: 'OpenAI: GPT-5', architecture: { output_modalities: ['text'] }, pricing: { prompt: '0.000001' } };
const model = { name: 'GPT-5', release_date: '2025-08-07', modalities: { output: ['text'] } };
const wholes: readonly [keyof typeof sources, unknown, (change: object) => unknown][] = [
  ['openrouter', row, (change) => ({ data: [row, { ...row, id: 'openai/gpt-5-mini', ...change }] })],
  ['models-dev', model, (change) => ({ models: { 'openai/gpt-5': model, 'openai/gpt-5-mini': { ...model, ...change } }, providers: {}, provider_models: [] })],
  ['hugging-face', row, (change) => [row, { id: 'openai/gpt-5-mini', ...change }]],
];

test.each(wholes)('%s rejects a row that is of another shape, by itself', (name, _row, make) => {
  const parsed = parseOrRefuse(sources[name], JSON.stringify(make({ name: 5, tags: 5 })));
  expect(parsed?.entries).toHaveLength(1);
  expect(parsed?.rejected).toHaveLength(1);
});

test.each(wholes.slice(0, 2))('%s keeps a name with HTML as text, and names of any script', (name, _row, make) => {
  for (const text of ['<img src=x onerror=alert(1)>', 'نموذج', '🦙 x']) {
    expect(parseOrRefuse(sources[name], JSON.stringify(make({ name: text })))?.entries.at(-1)?.tool?.name).toBe(text);
  }
  expect(parseOrRefuse(sources[name], JSON.stringify(make({ name: 'x'.repeat(10_000) })))?.entries).toHaveLength(1);
});

test.each(wholes)('%s refuses a document that ends too early', (name, _row, make) => {
  expect(parseOrRefuse(sources[name], JSON.stringify(make({})).slice(0, -5))).toBeNull();
});

test.each(wholes)('%s rejects a row of more than a million characters, by itself', (name, _row, make) => {
  const parsed = parseOrRefuse(sources[name], JSON.stringify(make({ description: 'x'.repeat(1_100_000) })));
  expect(parsed?.entries).toHaveLength(1);
  expect(parsed?.rejected[0]?.reason).toBe('the row is longer than 1,000,000 characters');
});
