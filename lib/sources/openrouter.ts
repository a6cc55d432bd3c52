import { z } from 'zod';
import type { CategoryId } from '../catalog/categories';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import type { SignalId } from '../catalog/signals';
import { collectEntries, type Reject } from './collect-entries';
import { nameVendor } from './makers';
import { listRows, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { dropUnbilled, keepSingle, readCount, readDay, readPrice, readRow, stateFacts, withThousands, writtenPrice } from './state-facts';

const title = 'OpenRouter models API';
const source = 'openrouter-api';
const host = { host: 'OpenRouter' };
const words = z.array(z.string()).nullish();
const prices = { prompt: writtenPrice, completion: writtenPrice, input_cache_read: writtenPrice, input_cache_write: writtenPrice };

const model = z.object({
  id: z.string().min(1).max(200),
  canonical_slug: z.string().nullish(),
  hugging_face_id: z.string().nullish(),
  name: z.string(),
  context_length: z.number().nullish(),
  architecture: z.object({ input_modalities: words, output_modalities: words }).nullish(),
  pricing: z.object({ ...prices, overrides: z.array(z.object({ min_prompt_tokens: z.number().nullish(), ...prices })).nullish() }).nullish(),
  top_provider: z.object({ max_completion_tokens: z.number().nullish() }).nullish(),
  supported_parameters: words,
  knowledge_cutoff: z.string().nullish(),
  expiration_date: z.string().nullish(),
  benchmarks: z
    .object({
      artificial_analysis: z
        .object({ intelligence_index: z.number().nullish(), coding_index: z.number().nullish(), agentic_index: z.number().nullish() })
        .nullish(),
    })
    .nullish(),
});
type Model = z.infer<typeof model>;

const priced = [
  ['price-input', 'prompt'],
  ['price-output', 'completion'],
  ['price-cache-read', 'input_cache_read'],
  ['price-cache-write', 'input_cache_write'],
] as const satisfies readonly (readonly [SignalId, string])[];

/** Why an id is no model of its own; null when it is one. */
function judgeId(id: string): string | null {
  if (id.startsWith('~')) return 'a moving alias, not a model';
  if (id.startsWith('openrouter/')) return 'a router, not a model';
  return id.includes(':') ? 'a variant of a model, not a model of its own' : null;
}

/** By what it makes. What makes sound without hearing any makes music as well as speech, so it is left to a person. */
function findCategory(reads: readonly string[], makes: readonly string[]): CategoryId {
  if (makes.includes('video')) return 'video-model';
  if (makes.includes('image')) return 'image-model';
  if (makes.includes('audio')) return reads.includes('audio') ? 'speech-model' : 'unsorted';
  if (makes.includes('embeddings')) return 'embedding-model';
  return makes.length === 1 && makes[0] === 'text' ? 'chat-model' : 'unsorted';
}

type State = ReturnType<typeof stateFacts>;

function statePrices(state: State, each: Model, reject: Reject): Fact[] {
  // Models that do not answer in text alone are billed by the picture or the song, with zero as their price per token.
  const isText = each.architecture?.output_modalities?.every((made) => made === 'text') ?? false;
  const above = each.pricing?.overrides?.find((override) => readCount(override.min_prompt_tokens, 'pricing.overrides.min_prompt_tokens', reject) !== null);
  const facts = priced.flatMap(([signal, field]) => {
    const price = readPrice(each.pricing?.[field], { shift: 6 }, reject);
    if (price === '0' && (!isText || signal.startsWith('price-cache'))) return [];
    const raised = readPrice(above?.[field], { shift: 6 }, reject);
    const note = raised === null ? {} : { note: `Above ${withThousands(above?.min_prompt_tokens ?? 0)} prompt tokens: $${raised} per 1M.` };
    return state(signal, price, { conditions: host, ...note });
  });
  return dropUnbilled(facts);
}

/** The date at the end of a versioned id, 'openai/gpt-5.6-sol-20260709'. */
function stateRelease(state: State, slug: string | null | undefined): Fact[] {
  const [, version, year, month, day] = /^[^/]+\/(.+-(20\d\d)(\d\d)(\d\d))$/.exec(slug ?? '') ?? [];
  return state('released', readDay(`${year}-${month}-${day}`), { method: 'derived', note: `The date in OpenRouter's versioned id, ${version}.`.slice(0, 400) });
}

/** OpenRouter writes the year 2098 where an expiry is not set; whatever lies ten years ahead is none. */
function stateStatus(state: State, expires: string | null | undefined, asOf: string): Fact[] {
  if (expires === null || expires === undefined || expires === '')
    return state('status', 'active', { method: 'derived', note: 'Listed without a retirement date.' });
  const day = readDay(expires);
  if (day === null || Number(day.slice(0, 4)) - Number(asOf.slice(0, 4)) > 10) return [];
  return state('status', `retires on ${day}`, { conditions: host, note: 'The day on which OpenRouter stops offering it.' });
}

function stateModel(each: Model, { asOf }: ReadOptions, reject: Reject): Fact[] {
  const state = stateFacts({ asOf, source, method: 'vendor-claimed', address: `https://openrouter.ai/${each.id}` });
  const index = { method: 'measured' as const, conditions: { benchmark: 'Artificial Analysis', 'published-by': 'OpenRouter API' } };
  const measured = each.benchmarks?.artificial_analysis;
  const costs = statePrices(state, each, reject);
  const weights = each.hugging_face_id ? '; the weights are open as well' : '';
  return [
    ...costs,
    ...state('pricing-model', costs.some(({ value }) => value !== '0') ? 'usage-based' : null, {
      method: 'derived',
      note: `Derived from a price per token at the host${weights}.`,
    }),
    ...state('start-here', each.id, { conditions: host, method: 'measured' }),
    ...state('context-tokens', readCount(each.context_length, 'context_length', reject), { conditions: host }),
    ...state('output-tokens', readCount(each.top_provider?.max_completion_tokens, 'top_provider.max_completion_tokens', reject), { conditions: host }),
    ...state('modalities-in', each.architecture?.input_modalities, { conditions: host }),
    ...state('modalities-out', each.architecture?.output_modalities, { conditions: host }),
    ...state('api-features', each.supported_parameters, { conditions: host }),
    ...state('knowledge-cutoff', readDay(each.knowledge_cutoff)),
    ...stateRelease(state, each.canonical_slug),
    ...stateStatus(state, each.expiration_date, asOf),
    ...state('aa-intelligence', measured?.intelligence_index, index),
    ...state('aa-coding', measured?.coding_index, index),
    ...state('aa-agentic', measured?.agentic_index, index),
  ];
}

function toEntry(at: string, each: Model, hub: string | null, facts: readonly Fact[]): SourceEntry {
  const author = each.id.split('/')[0] ?? '';
  const { input_modalities: reads, output_modalities: makes } = each.architecture ?? {};
  return {
    at,
    names: [`openrouter:${each.id}`, ...(hub === null ? [] : [`hf:${hub}`])],
    tool: { name: each.name.replace(/^[^:]{1,30}: /, '').trim(), kind: 'model', category: findCategory(reads ?? [], makes ?? []), vendor: nameVendor(author) },
    facts,
  };
}

const identified = z.object({ id: z.string() });
const weighted = z.object({ id: z.string().refine((id) => judgeId(id) === null), hugging_face_id: z.string().nullish() });

/** The answer of OpenRouter's /api/v1/models. */
export function parseOpenrouter(text: string, read: ReadOptions): ParsedSource {
  const file = z.object({ data: z.array(z.unknown()) }).safeParse(readJson(text, title));
  if (!file.success) throw new SourceFileError(`This is no file of ${title}: it has no list "data".`);
  const hubIds = keepSingle(file.data.data.map((value) => weighted.safeParse(value).data?.hugging_face_id ?? null));
  const identify = (value: unknown): string | null => identified.safeParse(value).data?.id ?? null;
  return collectEntries(listRows(file.data.data, 'data'), { ...read, identify }, (row, reject) => {
    const each = readRow(model, row, reject);
    if (each === null) return [];
    const fault = judgeId(each.id);
    if (fault !== null) reject(fault);
    return fault === null ? [toEntry(row.at, each, hubIds(each.hugging_face_id), stateModel(each, read, reject))] : [];
  });
}
