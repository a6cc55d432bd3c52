import { expect, test } from 'vitest';
import { parseModelsDev } from '@/lib/sources/models-dev';

const asOf = '2026-07-02';
const gpt5 = {
  name: 'GPT-5',
  release_date: '2025-08-07',
  knowledge: '2024-09-30',
  open_weights: false,
  limit: { context: 400000, output: 128000 },
  modalities: { input: ['text', 'image'], output: ['text'] },
};
const offer = (provider_id: string, id: string, more = {}) => ({ provider_id, id, ...more });
const read = (model: Record<string, unknown>, offers: unknown[] = [], id = 'openai/gpt-5') =>
  parseModelsDev(
    JSON.stringify({
      models: { [id]: { ...gpt5, ...model } },
      providers: { openai: { doc: 'https://platform.openai.com/docs/models' } },
      provider_models: offers,
    }),
    { asOf },
  );
const find = (parsed: ReturnType<typeof read>, signal: string) => parsed.entries[0]?.facts.filter((fact) => fact.signal === signal) ?? [];

test('a canonical model is listed with what its maker states', () => {
  const read1 = read({});
  expect(read1.entries[0]).toMatchObject({
    names: ['models.dev:openai/gpt-5'],
    tool: { name: 'GPT-5', kind: 'model', category: 'chat-model', vendor: 'OpenAI' },
  });
  expect(find(read1, 'context-tokens')).toEqual([
    { signal: 'context-tokens', value: 400000, conditions: { host: 'as its maker states' }, asOf, source: 'models-dev', method: 'vendor-claimed' },
  ]);
  expect(find(read1, 'licence')[0]?.notApplicable).toBe("Hosted only: one accepts the host's terms, there is no licence to the weights.");
});

test('hosts counts each provider once, by the id or by the model that an offer says it is', () => {
  const offers = [
    offer('openai', 'gpt-5'),
    offer('azure', 'gpt-5'),
    offer('azure', 'openai/gpt-5'),
    offer('databricks', 'databricks-gpt-5', { base_model: 'openai/gpt-5' }),
    offer('openai', 'gpt-5-mini'),
  ];
  expect(find(read({}, offers), 'hosts')[0]?.value).toBe(3);
  expect(find(read({}), 'hosts')).toEqual([]);
});

test('the price is that of the maker, with the page of its host', () => {
  const cost = { input: 1.25, output: 10, cache_read: 0, tiers: [{ tier: { size: 200000 }, input: 2.5, output: 15 }] };
  const parsed = read({}, [offer('openai', 'gpt-5', { cost }), offer('azure', 'gpt-5', { cost: { input: 9, output: 9 } })]);
  expect(find(parsed, 'price-input')).toEqual([
    {
      signal: 'price-input',
      value: '1.25',
      conditions: { host: 'OpenAI API', prompt: 'up to 200,000 tokens' },
      note: 'Above 200,000 input tokens: $2.5 per 1M.',
      asOf,
      source: 'models-dev',
      method: 'vendor-claimed',
      address: 'https://platform.openai.com/docs/models',
    },
  ]);
  expect(find(parsed, 'price-cache-read')).toEqual([]);
  expect(parsed.entries[0]?.names).toEqual(['models.dev:openai/gpt-5', 'api:openai/gpt-5']);
});

test('free at the maker is a price of zero; at a host that gives trials it is none', () => {
  const free = { cost: { input: 0, output: 0 } };
  expect(find(read({}, [offer('zai', 'glm-4.7-flash', free)], 'zhipuai/glm-4.7-flash'), 'price-input')[0]?.value).toBe('0');
  expect(find(read({}, [offer('nvidia', 'nvidia/nemotron', free)], 'nvidia/nemotron'), 'price-input')).toEqual([]);
});

test("OpenRouter's id joins where its offer says which model it is, and variants do not", () => {
  const routed = (id: string) => offer('openrouter', id, { base_model: 'anthropic/claude-haiku-4-5' });
  const names = (...offers: unknown[]) => read({}, offers, 'anthropic/claude-haiku-4-5').entries[0]?.names.slice(1);
  expect(names(routed('anthropic/claude-haiku-4.5'), routed('anthropic/claude-haiku-4.5:free'))).toEqual(['openrouter:anthropic/claude-haiku-4.5']);
  expect(names(routed('anthropic/claude-haiku-4.5'), routed('anthropic/claude-haiku'))).toEqual([]);
});

test('a result on a board is measured, on a page of the maker claimed', () => {
  const benchmarks = [
    { name: 'SWE-Bench Pro', score: 41.78, metric: 'resolve rate', dataset: 'public', source: 'https://labs.scale.com/leaderboard/swe_bench_pro_public' },
    { name: 'SWE-Bench Verified', score: 76.4, metric: 'resolved', source: 'https://huggingface.co/Qwen/Qwen3.5-397B-A17B', date: '2026-02-01' },
    { name: 'SWE-Bench Verified', score: 764, source: 'https://example.org' },
    { name: 'A benchmark without a signal', score: 1, source: 'https://example.org' },
  ];
  const parsed = read({ benchmarks });
  expect(find(parsed, 'swe-bench-pro')[0]).toMatchObject({
    value: 0.4178,
    method: 'measured',
    asOf,
    conditions: { benchmark: 'SWE-bench Pro', dataset: 'public', metric: 'resolve rate' },
  });
  expect(find(parsed, 'swe-bench-verified')).toHaveLength(1);
  expect(find(parsed, 'swe-bench-verified')[0]).toMatchObject({ value: 0.764, method: 'vendor-claimed', asOf: '2026-02-01' });
  expect(parsed.rejected).toEqual([{ at: 'models.openai/gpt-5', reason: 'SWE-Bench Verified: 764 is no percentage' }]);
});

test('a month is no day, and a release after the day of the data is rejected', () => {
  const parsed = read({ knowledge: '2024-04', release_date: '2027-01-01' });
  expect(find(parsed, 'knowledge-cutoff')).toEqual([]);
  expect(parsed.rejected).toEqual([{ at: 'models.openai/gpt-5', reason: 'released 2027-01-01 is after the day of the data' }]);
});

test('a day that the catalogue does not state is the one that most providers agree on, OpenRouter not asked', () => {
  const on = (provider: string, release_date: string) => offer(provider, 'gpt-5', { release_date });
  const released = (...offers: unknown[]) =>
    find(read({ release_date: '2025-08' }, offers), 'released').map(({ value, method, note }) => ({ value, method, note }));
  const three = [on('a', '2025-08-07'), on('b', '2025-08-07'), on('c', '2025-08-07')];
  const note = 'The day that 3 of the 4 providers in models.dev with a day of release for it state.';
  expect(released(...three, on('d', '2025-08-09'), on('e', '2025-08'))).toEqual([{ value: '2025-08-07', method: 'derived', note }]);
  expect(released(on('a', '2025-08-07'), on('b', '2025-08-07'), on('openrouter', '2025-08-07'))).toEqual([]);
  expect(released(...three, on('d', '2025-08-09'), on('e', '2025-08-09'), on('f', '2025-08-09'))).toEqual([]);
});

test('an offer that is none is rejected by itself', () => {
  const parsed = read({}, [{ provider_id: 'openai' }, offer('openai', 'gpt-5')]);
  expect(parsed.rejected.map(({ at }) => at)).toEqual(['provider_models[0]']);
  expect(find(parsed, 'hosts')[0]?.value).toBe(1);
});

test('a model that only its offers name has its hosts counted under the id of OpenRouter', () => {
  const offers = [
    offer('openrouter', 'meta-llama/llama-3-8b'),
    offer('groq', 'llama-3-8b'),
    offer('openrouter', 'meta-llama/llama-3-8b:free'),
    offer('openrouter', 'openai/gpt-5'),
  ];
  expect(read({}, offers).entries.slice(1)).toMatchObject([
    { names: ['openrouter:meta-llama/llama-3-8b'], tool: null, facts: [{ signal: 'hosts', value: 2, method: 'derived' }] },
  ]);
});
