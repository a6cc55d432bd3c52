import { z } from 'zod';
import type { CategoryId } from '../catalog/categories';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import type { SignalId } from '../catalog/signals';
import { collectEntries, type Reject } from './collect-entries';
import { findHost, type Host } from './hosts-by-provider';
import { isMovingId, ownHostAlias } from './makers';
import { listRows, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { aboveZero, httpsOnly, readCount, readPrice, readRow, stateFacts, writtenPrice } from './state-facts';

const title = 'LiteLLM price list';

const priced = {
  input_cost_per_token: ['price-input', { shift: 6 }],
  output_cost_per_token: ['price-output', { shift: 6 }],
  cache_read_input_token_cost: ['price-cache-read', { shift: 6 }],
  cache_creation_input_token_cost: ['price-cache-write', { shift: 6 }],
  output_cost_per_image: ['price-image', {}],
} as const satisfies Record<string, readonly [SignalId, { shift?: number }]>;
const fields = [
  'input_cost_per_token',
  'output_cost_per_token',
  'cache_read_input_token_cost',
  'cache_creation_input_token_cost',
  'output_cost_per_image',
] as const;

const entry = z.object({
  litellm_provider: z.string().min(1),
  mode: z.string().nullish(),
  max_input_tokens: z.number().nullish(),
  max_output_tokens: z.number().nullish(),
  output_vector_size: z.number().nullish(),
  source: z.string().nullish(),
  ...{ input_cost_per_token: writtenPrice, output_cost_per_token: writtenPrice, cache_read_input_token_cost: writtenPrice },
  ...{ cache_creation_input_token_cost: writtenPrice, output_cost_per_image: writtenPrice, input_cost_per_character: writtenPrice },
  ...{ input_cost_per_second: writtenPrice, output_cost_per_second: writtenPrice, output_cost_per_video_per_second: writtenPrice },
});
type Entry = z.infer<typeof entry>;

const categories: Readonly<Record<string, CategoryId>> = {
  chat: 'chat-model',
  completion: 'chat-model',
  embedding: 'embedding-model',
  image_generation: 'image-model',
  image_edit: 'image-model',
  video_generation: 'video-model',
  audio_transcription: 'speech-model',
  audio_speech: 'speech-model',
};

/** Subscriptions (GitHub Copilot, ChatGPT) and programs on one's own machine (Ollama, Lemonade): a price per token says nothing there. */
const unpriced: ReadonlySet<string> = new Set(['github_copilot', 'chatgpt', 'ollama', 'lemonade']);

/** A second, a character or a picture is priced for the job of its mode alone; sizes and durations in an id are its conditions. */
function stateJobPrices(each: Entry, state: ReturnType<typeof stateFacts>, reject: Reject): Fact[] {
  const read = (input: Entry['input_cost_per_second'], move: { shift?: number; times?: number }): string | null => aboveZero(readPrice(input, move, reject));
  switch (each.mode) {
    case 'audio_transcription':
      return state('price-audio-minute', read(each.input_cost_per_second, { times: 60 }));
    case 'audio_speech':
      return state('price-million-characters', read(each.input_cost_per_character, { shift: 6 }));
    case 'video_generation':
      return state('price-video-second', read(each.output_cost_per_video_per_second ?? each.output_cost_per_second, {}));
    default:
      return [];
  }
}

/**
 * Zero is no price in this list: it stands for "not offered" (what an embedding puts out), for prices that nobody filled
 * in and for trials, and nothing tells them apart.
 */
function stateEntry(each: Entry, host: Host, { asOf }: ReadOptions, reject: Reject): Fact[] {
  const conditions = { host: host.name };
  const state = stateFacts({ asOf, source: 'litellm-prices', method: 'vendor-claimed', conditions, address: httpsOnly(each.source) });
  const isPriced = !unpriced.has(each.litellm_provider);
  const prices = fields.flatMap((field) => {
    const [signal, move] = priced[field];
    return isPriced ? state(signal, aboveZero(readPrice(each[field], move, reject))) : [];
  });
  return [
    ...prices,
    ...(isPriced ? stateJobPrices(each, state, reject) : []),
    ...state('context-tokens', readCount(each.max_input_tokens, 'max_input_tokens', reject)),
    ...state('output-tokens', readCount(each.max_output_tokens, 'max_output_tokens', reject)),
    ...state('embedding-dimensions', readCount(each.output_vector_size, 'output_vector_size', reject)),
  ];
}

/** Prefixes that say how a picture is asked for, 'hd/1024-x-1024/dall-e-3': a price under conditions, not a model. */
const isVariant = (id: string): boolean =>
  /^(ft:|.*\d+-x-\d+\/|.*(low|medium|high|standard|hd)\/\d)/.test(id) || /(^|\/)(low|medium|high|standard|hd)\//.test(id);

function toEntry(at: string, key: string, each: Entry, read: ReadOptions, reject: Reject): SourceEntry {
  const id = key.startsWith(`${each.litellm_provider}/`) ? key.slice(each.litellm_provider.length + 1) : key;
  const host = findHost(each.litellm_provider, id);
  const listed = host.maker !== null && !id.includes('/') && !isMovingId(id);
  const category = categories[each.mode ?? ''] ?? 'unsorted';
  return {
    at,
    names: [`litellm:${key}`, ...(host.maker && listed ? ownHostAlias(host.maker, id) : [])],
    tool: host.maker && listed ? { name: id, kind: 'model', category, vendor: host.maker.vendor } : null,
    facts: stateEntry(each, host, read, reject),
  };
}

/** LiteLLM's model_prices_and_context_window.json. */
export function parseLitellm(text: string, read: ReadOptions): ParsedSource {
  const file = z.record(z.string(), z.unknown()).safeParse(readJson(text, title));
  const known = Object.values(file.data ?? {}).some((value) => entry.safeParse(value).success);
  if (!file.success || !known) throw new SourceFileError(`This is no file of ${title}: none of its entries names a "litellm_provider".`);
  const { sample_spec: _sample, ...entries } = file.data;
  return collectEntries(listRows(entries, 'models'), read, (row, reject) => {
    const each = readRow(entry, row, reject);
    const key = row.at.slice('models.'.length);
    if (isVariant(key)) reject('a size, a quality or a fine-tuning of a model, not a model of its own');
    return each === null || isVariant(key) ? [] : [toEntry(row.at, key, each, read, reject)];
  });
}
