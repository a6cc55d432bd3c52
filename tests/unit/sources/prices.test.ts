import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ParsedSource } from '@/lib/catalog/entry';
import { isReseller } from '@/lib/catalog/hosts';
import { parseGenaiPrices, readPackagedPrices } from '@/lib/sources/genai-prices';
import { findHost } from '@/lib/sources/hosts-by-provider';
import { parseLitellm } from '@/lib/sources/litellm';
import { makers } from '@/lib/sources/makers';

const pricesOf = ({ entries }: ParsedSource, index = 0) =>
  Object.fromEntries(entries[index]?.facts.flatMap(({ signal, value }) => (signal.startsWith('price-') ? [[signal, value]] : [])) ?? []);

const lite = (key: string, entry: Record<string, unknown>) =>
  parseLitellm(JSON.stringify({ sample_spec: { litellm_provider: 'one of' }, [key]: entry }), { asOf: '2026-08-06' });

test('litellm: a maker lists its model at its own host, in exact prices per million', () => {
  const read = lite('gpt-5', {
    cache_read_input_token_cost: 1.25e-7,
    input_cost_per_token: 1.25e-6,
    litellm_provider: 'openai',
    max_input_tokens: 272000,
    mode: 'chat',
    output_cost_per_token: 1e-5,
  });
  expect(read.entries[0]?.names).toEqual(['litellm:gpt-5', 'api:openai/gpt-5']);
  expect(read.entries[0]?.tool).toEqual({ name: 'gpt-5', kind: 'model', category: 'chat-model', vendor: 'OpenAI' });
  expect(pricesOf(read)).toEqual({ 'price-input': '1.25', 'price-output': '10', 'price-cache-read': '0.125' });
  expect(read.entries[0]?.facts[0]?.conditions).toEqual({ host: 'OpenAI API' });
});

test('litellm: a reseller lists no tool, and its price holds at it', () => {
  const read = lite('azure/gpt-5', { input_cost_per_token: '1.25e-06', litellm_provider: 'azure', mode: 'chat' });
  expect(read.entries[0]).toMatchObject({ names: ['litellm:azure/gpt-5'], tool: null, facts: [{ value: '1.25', conditions: { host: 'Azure' } }] });
});

test.each([
  ['audio_transcription', { input_cost_per_second: 0.0001 }, { 'price-audio-minute': '0.006' }],
  ['audio_speech', { input_cost_per_character: 1.5e-5 }, { 'price-million-characters': '15' }],
  ['video_generation', { output_cost_per_second: 0.4 }, { 'price-video-second': '0.4' }],
  ['image_generation', { output_cost_per_image: 0.04 }, { 'price-image': '0.04' }],
])('litellm: %s is priced by its job', (mode, costs, prices) => {
  expect(pricesOf(lite('model', { litellm_provider: 'openai', mode, ...costs }))).toEqual(prices);
});

test.each([
  ['moderation', 'unsorted'],
  ['rerank', 'unsorted'],
  ['responses', 'unsorted'],
  ['ocr', 'unsorted'],
  ['search', 'unsorted'],
  ['embedding', 'embedding-model'],
])('litellm: the mode %s is filed under %s', (mode, category) => {
  expect(lite('m', { litellm_provider: 'openai', mode, input_cost_per_token: 1e-6 }).entries[0]?.tool?.category).toBe(category);
});

test('litellm: zero is no price, and neither is that of a subscription', () => {
  expect(pricesOf(lite('m', { litellm_provider: 'openai', mode: 'chat', input_cost_per_token: 0, output_cost_per_token: 0 }))).toEqual({});
  expect(pricesOf(lite('github_copilot/m', { litellm_provider: 'github_copilot', mode: 'chat', input_cost_per_token: 1e-6, max_input_tokens: 9 }))).toEqual({});
});

test.each(['hd/1024-x-1024/dall-e-3', '1024-x-1024/50-steps/bedrock/amazon.nova-canvas-v1:0', 'ft:gpt-4.1-nano-2025-04-14'])(
  'litellm: %s is no model',
  (key) => {
    expect(lite(key, { litellm_provider: 'openai', output_cost_per_image: 0.08 }).entries).toEqual([]);
  },
);

test('litellm: a document without one entry of a provider is no price list', () => {
  expect(() => parseLitellm('{"a": {}}', { asOf: '2026-08-06' })).toThrow('none of its entries names a "litellm_provider"');
});

const tiers = (base: number, price: number) => ({ base, tiers: [{ start: 200000, price }] });
const genai = (models: unknown[], { id = 'anthropic', beside }: { id?: string; beside?: string } = {}) =>
  parseGenaiPrices(JSON.stringify([{ id, name: 'Anthropic', pricing_urls: ['https://www.anthropic.com/pricing#api'], models }]), {
    asOf: '2026-08-21',
    ...(beside ? { beside } : {}),
  });

test('genai-prices: a price in tiers holds up to the first, and is dated by the day it was checked', () => {
  const beside = '{"provider":"anthropic","id":"claude-sonnet-4-5","prices_checked":"2026-07-29"}\n';
  const { entries } = genai(
    [{ id: 'claude-sonnet-4-5', name: 'Claude Sonnet 4.5', context_window: 1000000, prices: { input_mtok: tiers(3, 6), output_mtok: tiers(15, 22.5) } }],
    { beside },
  );
  expect(entries[0]?.names).toEqual(['genai-prices:anthropic/claude-sonnet-4-5', 'api:anthropic/claude-sonnet-4-5']);
  expect(entries[0]?.facts[0]).toEqual({
    signal: 'price-input',
    value: '3',
    conditions: { host: 'Anthropic API', prompt: 'up to 200,000 tokens' },
    note: 'Above 200,000 input tokens: $6 per 1M.',
    asOf: '2026-07-29',
    source: 'genai-prices',
    method: 'vendor-claimed',
    address: 'https://www.anthropic.com/pricing#api',
  });
  expect(entries[0]?.facts.find(({ signal }) => signal === 'context-tokens')).toMatchObject({ value: 1000000, asOf: '2026-08-21' });
});

test('genai-prices: of prices that change, the one in force on the day of the data counts', () => {
  const prices = (input_mtok: number) => ({ prices: { input_mtok } });
  const model = (start_date: string) => ({ id: 'claude-sonnet-5', prices: [prices(2), { constraint: { start_date }, ...prices(3) }] });
  expect(pricesOf(genai([model('2026-09-01')]))).toEqual({ 'price-input': '2' });
  expect(pricesOf(genai([model('2026-03-13')]))).toEqual({ 'price-input': '3' });
  const night = { constraint: { start_time: '00:30', end_time: '16:30' }, ...prices(1) };
  expect(pricesOf(genai([{ id: 'x', prices: [prices(2), night] }]))).toEqual({ 'price-input': '2' });
});

test('genai-prices: a free model at a reseller has no price, at its maker zero', () => {
  expect(pricesOf(genai([{ id: 'a/b', prices: { input_mtok: 0, output_mtok: 0 } }], { id: 'openrouter' }))).toEqual({});
  expect(pricesOf(genai([{ id: 'claude-free', prices: { input_mtok: 0, output_mtok: 0 } }]))).toEqual({ 'price-input': '0', 'price-output': '0' });
});

test("genai-prices: what the list took from OpenRouter is no price at the maker's own host", () => {
  const prices = { input_mtok: 0.12, output_mtok: 0.36 };
  const read = (price_comments: unknown) => pricesOf(genai([{ id: 'gemma-4-31b-it', prices, price_comments }], { id: 'google' }));
  expect(read('Imported from OpenRouter pricing; verify against Google pricing when native API pricing is published.')).toEqual({});
  expect(read('Seen on OpenRouter before OpenAI')).toEqual({});
  expect(read('Ref: https://openrouter.ai/api/v1/models')).toEqual({ 'price-input': '0.12', 'price-output': '0.36' });
  expect(read(null)).toEqual({ 'price-input': '0.12', 'price-output': '0.36' });
});

test('genai-prices: the installed package is read without a file, dated by the version installed', () => {
  const { text, asOf } = readPackagedPrices();
  const { entries, rejected } = parseGenaiPrices(text, { asOf });
  expect(entries.length).toBeGreaterThan(1000);
  expect(rejected).toEqual([]);
  expect(entries.flatMap(({ names }) => names)).toContain('api:openai/gpt-5');
  // The day belongs to this version: whoever updates the package looks up the day of the new one.
  const { version } = JSON.parse(readFileSync('node_modules/@pydantic/genai-prices/package.json', 'utf8'));
  expect({ version, asOf }).toEqual({ version: '0.1.8', asOf: '2026-09-23' });
});

test('genai-prices: a second model of the same id is rejected and names the first', () => {
  const model = { id: 'claude-2', prices: { input_mtok: 8 } };
  expect(genai([model, model]).rejected).toEqual([{ at: 'anthropic.models[1]', reason: '"claude-2" stands already at anthropic.models[0]' }]);
});

test('every own host in the table of makers is one that resells nothing', () => {
  expect(makers.flatMap(({ host }) => (host !== null && isReseller(host) ? [host] : []))).toEqual([]);
});

test.each([
  ['perplexity', 'sonar-pro', 'Perplexity API'],
  ['perplexity', 'anthropic/claude-sonnet-4-5', 'Perplexity'],
  ['bedrock', 'amazon.nova-lite-v1:0', 'Amazon Bedrock, own models'],
  ['bedrock', 'anthropic.claude-sonnet-4-5', 'Amazon Bedrock'],
  ['vertex_ai-anthropic_models', 'claude-sonnet-4-5', 'Google Vertex AI'],
  ['gemini', 'gemini-2.5-pro', 'Google Gemini API'],
  ['somebody', 'x', 'somebody'],
])('%s offers %s at the host %s', (provider, model, host) => {
  expect(findHost(provider, model).name).toBe(host);
});
