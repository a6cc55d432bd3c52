import { z } from 'zod';
import type { Rejection } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import type { Reject } from './collect-entries';
import { findMaker, findSeller } from './makers';
import { listRows } from './read-rows';
import { aboveZero, dropUnbilled, httpsOnly, readCount, readDay, readPrice, stateFacts, withThousands, writtenPrice } from './state-facts';

const prices = { input: writtenPrice, output: writtenPrice, cache_read: writtenPrice, cache_write: writtenPrice };

const offer = z.object({
  provider_id: z.string().min(1),
  id: z.string().min(1),
  base_model: z.string().nullish(),
  release_date: z.string().nullish(),
  cost: z.object({ ...prices, tiers: z.array(z.object({ tier: z.object({ size: z.number().nullish() }).nullish(), ...prices })).nullish() }).nullish(),
});
type Offer = z.infer<typeof offer>;

/**
 * Own hosts where a price of zero is a trial or a preview, not the list price. On 2026-07-02 the file had all seven
 * models of Meta's API at zero, 80 of NVIDIA's 84 whoever made them, and the one preview of Tencent's hub.
 */
const trials: ReadonlySet<string> = new Set(['llama', 'nvidia', 'tencent-tokenhub']);

export type Offers = {
  /** Number of distinct providers that list the id, alone or behind an author, or say that theirs is this model. */
  hostsOf: (id: string) => number;
  /** The day of release that the providers of the id agree on, and how many of those that state one do; else null. */
  agreedDay: (id: string) => { day: string; providers: number; of: number } | null;
  /** The offer at the maker's own host under the model's own id. */
  findOwn: (id: string) => Offer | null;
  /** OpenRouter's id of the model, where its offer says which model it is and no other offer says the same. */
  findRouted: (id: string) => string | null;
  /** Plain offers of OpenRouter that no canonical model stands behind, each id once. */
  listRouted: (canonical: ReadonlySet<string>) => string[];
  docOf: (provider: string) => string | undefined;
  rejected: readonly Rejection[];
};

/** The id without its author, as providers list it. */
export const tail = (id: string): string => id.toLowerCase().split('/').at(-1) ?? '';

function push<T>(groups: Map<string, T[]>, key: string, each: T): void {
  const group = groups.get(key);
  if (group) group.push(each);
  else groups.set(key, [each]);
}

export function groupOffers(items: readonly unknown[], providers: Readonly<Record<string, unknown>>): Offers {
  const { rows, rejected: tooLong } = listRows(items, 'provider_models');
  const rejected = [...tooLong];
  const byTail = new Map<string, Offer[]>();
  const byBase = new Map<string, Offer[]>();
  for (const { at, value } of rows) {
    const read = offer.safeParse(value);
    if (!read.success) {
      rejected.push({ at, reason: `${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}` });
      continue;
    }
    push(byTail, tail(read.data.id), read.data);
    if (read.data.base_model) push(byBase, read.data.base_model.toLowerCase(), read.data);
  }
  const offersOf = (id: string): Offer[] => [...(byTail.get(tail(id)) ?? []), ...(byBase.get(id.toLowerCase()) ?? [])];
  return {
    hostsOf: (id) => new Set(offersOf(id).map((each) => each.provider_id)).size,
    agreedDay: (id) => agreeOnDay(offersOf(id)),
    findOwn: (id) => findOwn(byTail.get(tail(id)) ?? [], id),
    findRouted: (id) => {
      const routed = (byBase.get(id.toLowerCase()) ?? []).filter((each) => each.provider_id === 'openrouter' && !/[:~]/.test(each.id));
      return routed.length === 1 ? (routed[0]?.id ?? null) : null;
    },
    listRouted: (canonical) => {
      const routed = [...byTail.values()].flat().filter((each) => each.provider_id === 'openrouter' && !each.base_model && !/[:~]/.test(each.id));
      return [...new Set(routed.map(({ id }) => id))].filter((id) => !canonical.has(tail(id)) && !id.startsWith('openrouter/'));
    },
    docOf: (provider) => httpsOnly(z.object({ doc: z.string() }).safeParse(Object.hasOwn(providers, provider) ? providers[provider] : null).data?.doc),
    rejected,
  };
}

/** Fewer providers than this may have copied one mistake. */
const fewestWitnesses = 3;

/**
 * The day that more than half of the providers with a whole day state, three at the least: single ones repeat the day on
 * which they listed a model, OpenRouter always does.
 */
function agreeOnDay(offers: readonly Offer[]): ReturnType<Offers['agreedDay']> {
  const byDay = new Map<string, Set<string>>();
  for (const { provider_id, release_date } of offers) {
    const day = provider_id === 'openrouter' ? null : readDay(release_date);
    if (day !== null) byDay.set(day, (byDay.get(day) ?? new Set()).add(provider_id));
  }
  const of = new Set([...byDay.values()].flatMap((providers) => [...providers])).size;
  const [day, providers] = [...byDay].find(([, each]) => each.size >= fewestWitnesses && each.size * 2 > of) ?? [];
  return day === undefined || providers === undefined ? null : { day, providers: providers.size, of };
}

/** Makers with several own hosts, at home and abroad, have their first provider in lib/sources/makers.ts asked first. */
function findOwn(offers: readonly Offer[], id: string): Offer | null {
  const maker = findMaker(id.split('/')[0] ?? '');
  if (!maker) return null;
  const own = offers.filter(
    (each) =>
      findSeller(each.provider_id) === maker && (each.id === tail(id) || each.id.toLowerCase() === id.toLowerCase() || each.id === id.split('/').at(-1)),
  );
  for (const provider of maker.providers ?? [maker.authors[0]]) {
    const found = own.find((each) => each.provider_id === provider);
    if (found) return found;
  }
  return null;
}

const priced = [
  ['price-input', 'input'],
  ['price-output', 'output'],
  ['price-cache-read', 'cache_read'],
  ['price-cache-write', 'cache_write'],
] as const;

/** What the maker's own host asks for the model; nothing where it is not offered there. */
export function stateOwnPrices(offers: Offers, id: string, asOf: string, reject: Reject): Fact[] {
  const own = offers.findOwn(id);
  const host = findSeller(own?.provider_id ?? '')?.host;
  if (!own?.cost || !host) return [];
  const state = stateFacts({ asOf, source: 'models-dev', method: 'vendor-claimed', address: offers.docOf(own.provider_id) });
  const tiers = (own.cost.tiers ?? []).filter(({ tier }) => readCount(tier?.size, 'cost.tiers.tier.size', reject) !== null);
  const [tier] = tiers;
  const size = withThousands(tier?.tier?.size ?? 0);
  const stated = priced.flatMap(([signal, field]) => {
    const price = readPrice(own.cost?.[field], {}, reject);
    const kept = signal.startsWith('price-cache') || trials.has(own.provider_id) ? aboveZero(price) : price;
    const raised = readPrice(tier?.[field], {}, reject);
    if (raised === null) return state(signal, kept, { conditions: { host } });
    return state(signal, kept, { conditions: { host, prompt: `up to ${size} tokens` }, note: `Above ${size} input tokens: $${raised} per 1M.` });
  });
  const facts = dropUnbilled(stated);
  const note = "Derived from a price per token at the maker's own host.";
  return [...facts, ...state('pricing-model', facts.some(({ value }) => value !== '0') ? 'usage-based' : null, { method: 'derived', note })];
}
