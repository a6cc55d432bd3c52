import { findProvider } from '@pydantic/genai-prices';
import { z } from 'zod';
import type { CategoryId } from '../catalog/categories';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import { collectEntries, type Reject } from './collect-entries';
import { findHost, type Host } from './hosts-by-provider';
import { ownHostAlias } from './makers';
import { listRows, type Row, readJson, readJsonLines, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { aboveZero, dropUnbilled, httpsOnly, readCount, readDay, readPrice, readRow, stateFacts, withThousands, writtenPrice } from './state-facts';

const title = 'genai-prices';
const tiered = z.union([writtenPrice, z.object({ base: writtenPrice, tiers: z.array(z.object({ start: z.number(), price: writtenPrice })) })]);
const prices = z.object({ input_mtok: tiered, output_mtok: tiered, cache_read_mtok: tiered, cache_write_mtok: tiered });
const conditional = z.object({ constraint: z.object({ start_date: z.string().optional() }).nullish(), prices });

const model = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  context_window: z.number().nullish(),
  price_comments: z.string().nullish().catch(null),
  prices: z.union([z.array(conditional), prices]),
});
type Model = z.infer<typeof model>;

const provider = z.object({ id: z.string().min(1), name: z.string(), pricing_urls: z.array(z.string()).nullish(), models: z.array(z.unknown()) });
type Provider = z.infer<typeof provider>;

/** The prices in force on a day: the latest that had begun; those of certain hours only are not list prices. */
function findPrices(each: Model, day: string): z.infer<typeof prices> | null {
  if (!Array.isArray(each.prices)) return each.prices;
  const begun = each.prices.flatMap(({ constraint, prices }) => {
    if (!constraint) return [{ since: '', prices }];
    return constraint.start_date !== undefined && constraint.start_date <= day ? [{ since: constraint.start_date, prices }] : [];
  });
  return begun.toSorted((a, b) => (a.since < b.since ? -1 : 1)).at(-1)?.prices ?? null;
}

/** The list fills the gaps of a maker's page with what OpenRouter asks, and says so; that is a price at a reseller. */
const isBorrowed = ({ price_comments: comment }: Model): boolean => /^(imported from|seen on) openrouter/i.test(comment ?? '');

const priced = [
  ['price-input', 'input_mtok'],
  ['price-output', 'output_mtok'],
  ['price-cache-read', 'cache_read_mtok'],
  ['price-cache-write', 'cache_write_mtok'],
] as const;

function statePrices(each: Model, host: Host, state: ReturnType<typeof stateFacts>, day: string, reject: Reject): Fact[] {
  const found = findPrices(each, day);
  const facts = priced.flatMap(([signal, field]) => {
    const price = found?.[field];
    const isTiered = typeof price === 'object' && price !== null;
    const base = readPrice(isTiered ? price.base : price, {}, reject);
    // Free at its maker is a list price; at a reseller it is a trial, and a free cache is one that is not offered.
    const kept = host.maker !== null && !signal.startsWith('price-cache') && !/:free$/.test(each.id) ? base : aboveZero(base);
    const [tier] = isTiered ? price.tiers : [];
    const raised = tier ? readPrice(tier.price, {}, reject) : null;
    if (!tier || raised === null) return state(signal, kept, { conditions: { host: host.name } });
    const start = withThousands(tier.start);
    return state(signal, kept, { conditions: { host: host.name, prompt: `up to ${start} tokens` }, note: `Above ${start} input tokens: $${raised} per 1M.` });
  });
  return dropUnbilled(facts);
}

/** The file names no modality. What is asked and answered in tokens of text is a chat; the rest is left to a person. */
function findCategory({ id, prices }: Model): CategoryId {
  if (/embed|^voyage/i.test(id) && !/rerank/i.test(id)) return 'embedding-model';
  if (/image|audio|tts|transcri|realtime|whisper|moderation|rerank|sora|veo|-live|ocr/i.test(id)) return 'unsorted';
  const [first] = Array.isArray(prices) ? prices.map((each) => each.prices) : [prices];
  return first?.output_mtok === undefined ? 'unsorted' : 'chat-model';
}

type Checked = ReadonlyMap<string, string>;

function toEntry(at: string, each: Model, by: Provider, checked: Checked, { asOf }: ReadOptions, reject: Reject): SourceEntry {
  const host = findHost(by.id, each.id, by.name);
  const day = checked.get(`${by.id}/${each.id}`) ?? asOf;
  const shared = { source: 'genai-prices', method: 'vendor-claimed' } as const;
  const priceState = stateFacts({ ...shared, asOf: day, address: httpsOnly(by.pricing_urls?.[0]) });
  const state = stateFacts({ ...shared, asOf, conditions: { host: host.name } });
  const costs = isBorrowed(each) ? [] : statePrices(each, host, priceState, asOf, reject);
  const paid = host.maker !== null && costs.some(({ value }) => value !== '0');
  return {
    at,
    names: [
      `genai-prices:${by.id}/${each.id}`,
      ...(host.maker ? ownHostAlias(host.maker, each.id) : []),
      ...(by.id === 'openrouter' && !/[:~]/.test(each.id) ? [`openrouter:${each.id}`] : []),
    ],
    tool: host.maker ? { name: (each.name ?? each.id).trim(), kind: 'model', category: findCategory(each), vendor: host.maker.vendor } : null,
    facts: [
      ...costs,
      ...priceState('pricing-model', paid ? 'usage-based' : null, { method: 'derived', note: "Derived from a price per token at the maker's own host." }),
      ...(host.maker ? state('start-here', each.id, { method: 'measured' }) : []),
      ...state('context-tokens', readCount(each.context_window, 'context_window', reject)),
    ],
  };
}

const check = z.object({ provider: z.string(), id: z.string(), prices_checked: z.string() });

/** The day on which each price was last held against its page, by 'provider/id'. */
function readChecked(text: string | undefined): Checked {
  if (text === undefined) return new Map();
  const { rows } = readJsonLines(text, 'checked dates of genai-prices');
  const days = rows.flatMap(({ value }): [string, string][] => {
    const read = check.safeParse(value).data;
    const day = readDay(read?.prices_checked);
    return read && day !== null ? [[`${read.provider}/${read.id}`, day]] : [];
  });
  if (days.length === 0) throw new SourceFileError('This is no file of checked dates of genai-prices: no line has "provider", "id" and "prices_checked".');
  return new Map(days);
}

/** prices/data.json of genai-prices; `beside` may be its dates of checking, one JSON object a line. */
export function parseGenaiPrices(text: string, read: ReadOptions): ParsedSource {
  const file = z.array(provider).min(1).safeParse(readJson(text, title));
  if (!file.success) throw new SourceFileError(`This is no file of ${title}: it is no list of providers with models.`);
  const checked = readChecked(read.beside);
  const parts = file.data.map((by) => {
    const identify = (value: unknown): string | null => z.object({ id: z.string() }).safeParse(value).data?.id ?? null;
    return collectEntries(listRows(by.models, `${by.id}.models`), { ...read, identify }, (row: Row, reject) => {
      const each = readRow(model, row, reject);
      return each === null ? [] : [toEntry(row.at, each, by, checked, read, reject)];
    });
  });
  return { entries: parts.flatMap(({ entries }) => entries), rejected: parts.flatMap(({ rejected }) => rejected) };
}

/** Providers whose prices the installed package holds; it finds them by id and gives no list. */
const packaged = [
  ...['anthropic', 'avian', 'aws', 'azure', 'cerebras', 'cohere', 'deepseek', 'doubleword', 'fireworks', 'google', 'groq'],
  ...['huggingface_cerebras', 'huggingface_fireworks-ai', 'huggingface_groq', 'huggingface_hyperbolic', 'huggingface_nebius', 'huggingface_novita'],
  ...['huggingface_nscale', 'huggingface_ovhcloud', 'huggingface_publicai', 'huggingface_sambanova', 'huggingface_together', 'minimax', 'mistral'],
  ...['moonshotai', 'novita', 'openai', 'openrouter', 'ovhcloud', 'perplexity', 'together', 'voyageai', 'x-ai', 'zhipuai'],
];

/** The prices inside the package, in the form of data.json; dated by the day on which this version was published. */
export function readPackagedPrices(): { text: string; asOf: string } {
  const providers = packaged.flatMap((providerId) => {
    const found = findProvider({ providerId });
    return found?.id === providerId ? [found] : [];
  });
  return { text: JSON.stringify(providers), asOf: '2026-09-23' };
}
