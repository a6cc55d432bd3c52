import { expect, test } from 'vitest';
import { parseOpenrouter } from '@/lib/sources/openrouter';

const asOf = '2026-08-01';
const aModel = (changes: Record<string, unknown> = {}) => ({
  id: 'openai/gpt-5.6-sol',
  canonical_slug: 'openai/gpt-5.6-sol-20260709',
  hugging_face_id: null,
  name: 'OpenAI: GPT-5.6 Sol',
  context_length: 1050000,
  architecture: { input_modalities: ['file', 'image', 'text'], output_modalities: ['text'] },
  pricing: {
    prompt: '0.000005',
    completion: '0.00003',
    web_search: '0.01',
    input_cache_read: '0.0000005',
    input_cache_write: '0.00000625',
    overrides: [{ min_prompt_tokens: 272000, prompt: '0.00001', completion: '0.000045', input_cache_read: '0.000001' }],
  },
  top_provider: { max_completion_tokens: 128000 },
  supported_parameters: ['tools', 'seed'],
  knowledge_cutoff: '2026-02-16',
  expiration_date: null,
  benchmarks: { artificial_analysis: { intelligence_index: 58.9, coding_index: 77.4, agentic_index: null } },
  ...changes,
});
const read = (...models: unknown[]) => parseOpenrouter(JSON.stringify({ data: models }), { asOf });
const priceOf = (pricing: unknown, changes = {}) => {
  const { entries, rejected } = read(aModel({ pricing, ...changes }));
  return { price: entries[0]?.facts.find(({ signal }) => signal === 'price-input')?.value ?? null, reasons: rejected.map(({ reason }) => reason) };
};

test('a model is listed with its prices, limits and indices, each with host, date and page', () => {
  const [entry] = read(aModel()).entries;
  expect(entry?.names).toEqual(['openrouter:openai/gpt-5.6-sol']);
  expect(entry?.tool).toEqual({ name: 'GPT-5.6 Sol', kind: 'model', category: 'chat-model', vendor: 'OpenAI' });
  const shared = { asOf, source: 'openrouter-api', method: 'vendor-claimed', address: 'https://openrouter.ai/openai/gpt-5.6-sol' };
  expect(entry?.facts).toContainEqual({
    signal: 'price-input',
    value: '5',
    ...shared,
    conditions: { host: 'OpenRouter' },
    note: 'Above 272,000 prompt tokens: $10 per 1M.',
  });
  expect(entry?.facts).toContainEqual({ signal: 'price-cache-write', value: '6.25', ...shared, conditions: { host: 'OpenRouter' } });
  expect(entry?.facts).toContainEqual({ signal: 'modalities-in', value: ['file', 'image', 'text'], ...shared, conditions: { host: 'OpenRouter' } });
  expect(entry?.facts.map(({ signal }) => signal)).not.toContain('aa-agentic');
});

test.each([
  ['openai/gpt-oss-120b:free', 'a variant of a model, not a model of its own'],
  ['~openai/gpt-latest', 'a moving alias, not a model'],
  ['openrouter/auto', 'a router, not a model'],
])('%s is left out: %s', (id, reason) => {
  expect(read(aModel({ id }))).toEqual({ entries: [], rejected: [{ at: 'data[0]', reason }] });
});

test.each([
  ['-1', null, []],
  [null, null, []],
  ['', null, []],
  ['N/A', null, []],
  ['0', '0', []],
  [1.4e-7, '0.14', []],
  ['1.4e-07', '0.14', []],
  ['-0.5', null, ['price "-0.5" is negative']],
  ['NaN', null, ['price "NaN" is not a number']],
  ['Infinity', null, ['price "Infinity" is not a number']],
  ['abc', null, ['price "abc" is not a number']],
])('the price %j is %j', (prompt, price, reasons) => {
  expect(priceOf({ prompt, completion: prompt === '0' ? '0' : '-1' })).toEqual({ price, reasons });
});

test('zero is no price of what answers in pictures or sound, nor of one side of a model that is paid for on the other', () => {
  expect(priceOf({ prompt: '0', completion: '0' }, { architecture: { input_modalities: ['text'], output_modalities: ['text', 'audio'] } }).price).toBeNull();
  expect(priceOf({ prompt: '0', completion: '0.000001' }).price).toBeNull();
});

test('a price that is no number or text rejects its row and no other', () => {
  const { entries, rejected } = read(aModel({ pricing: { prompt: {} } }), aModel({ id: 'openai/gpt-5' }));
  expect(entries.map(({ names }) => names[0])).toEqual(['openrouter:openai/gpt-5']);
  expect(rejected[0]?.at).toBe('data[0]');
});

test('two models of the same weights are not joined by them', () => {
  const weights = { hugging_face_id: 'moonshotai/Kimi-K2.5' };
  expect(read(aModel(weights)).entries[0]?.names).toContain('hf:moonshotai/Kimi-K2.5');
  expect(read(aModel(weights), aModel({ ...weights, id: 'openai/gpt-5' })).entries.flatMap(({ names }) => names.slice(1))).toEqual([]);
});

test.each([
  ['2026-12-31', 'retires on 2026-12-31'],
  ['2098-12-31', undefined],
  [null, 'active'],
])('an expiry of %j is the status %j', (expiration_date, status) => {
  expect(read(aModel({ expiration_date })).entries[0]?.facts.find(({ signal }) => signal === 'status')?.value).toBe(status);
});

test('text that is no such file is refused in a sentence', () => {
  expect(() => parseOpenrouter('{"models": []}', { asOf })).toThrow('This is no file of OpenRouter models API: it has no list "data".');
  expect(() => parseOpenrouter(JSON.stringify({ data: [aModel()] }).slice(0, -20), { asOf })).toThrow('it ends too early');
});
