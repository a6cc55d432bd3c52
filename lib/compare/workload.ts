import type { Workload } from '../address/workload';
import { fromUnits, toUnits } from '../format/decimal';

/** A month of a workload, so that every month costs the same. */
export const daysOfMonth = 30;

/** What a host counts and bills. */
export const meters = ['input', 'cache-read', 'cache-write', 'output'] as const;
export type Meter = (typeof meters)[number];

/** US dollars per million tokens, an exact decimal, with the place and the day it was read. */
export type MeterPrice = { usd: string; asOf: string; source: string; address: string };

/** What one host asks for one model. A meter that is absent has no known price, which is not a price of zero. */
export type Offer = { host: string; promptLimit: number | null; prices: Partial<Record<Meter, MeterPrice>> };

/** How a tool is paid for, as far as a workload of tokens is concerned. */
export type Basis =
  | { kind: 'tokens'; offer: Offer; writesText: boolean }
  /** Free software that sends its tokens to a model of the reader's choice. */
  | { kind: 'needs-model' }
  /** Free software that one runs oneself: its price is none, its cost is that of `supply`, which nobody here knows. */
  | { kind: 'self-hosted'; supply: string }
  | { kind: 'other-unit'; unit: string }
  /** `usdPerMonth` is null where no source states it. */
  | { kind: 'subscription'; usdPerMonth: string | null }
  | { kind: 'free-tier' }
  /** Somebody looked, and it is not sold: `why` in the words of the record. */
  | { kind: 'not-sold'; why: string }
  | { kind: 'unknown' };

/** Why a cost cannot be computed. */
export type Gap =
  | { kind: 'no-price'; host: string; meter: Meter }
  | { kind: 'prompt-too-long'; host: string; limit: number }
  /** Output was asked of a model that writes no text. */
  | { kind: 'no-output' }
  | { kind: 'no-model' }
  | Exclude<Basis, { kind: 'tokens' | 'needs-model' }>;

/** One meter of a month: exact amount in US dollars, and the tokens, which may be a fraction where a share of them is cached. */
export type CostLine = { meter: Meter; tokens: string; price: MeterPrice; usd: string };

export type Cost =
  /** `modelSlug` names the model that a tool was priced with. The lines add up to `usd`, US dollars a month, exact. */
  { kind: 'cost'; usd: string; host: string; modelSlug: string | null; lines: readonly CostLine[] } | { kind: 'unknown'; because: Gap };

/** Hundredths of tokens a month on each meter: shares are whole per cents, so these are whole. */
export function countTokens({ input, output, cached, written, calls }: Workload): Record<Meter, bigint> {
  const month = BigInt(calls) * BigInt(daysOfMonth);
  return {
    input: BigInt(input) * BigInt(100 - cached - written) * month,
    'cache-read': BigInt(input) * BigInt(cached) * month,
    'cache-write': BigInt(input) * BigInt(written) * month,
    output: BigInt(output) * 100n * month,
  };
}

/** Two decimals of the share, and six because prices are per million. */
const moreDecimals = 8;

function costTokens(offer: Offer, writesText: boolean, workload: Workload): Cost {
  if (offer.promptLimit !== null && workload.input > offer.promptLimit)
    return { kind: 'unknown', because: { kind: 'prompt-too-long', host: offer.host, limit: offer.promptLimit } };
  if (!writesText && workload.output > 0) return { kind: 'unknown', because: { kind: 'no-output' } };
  const tokens = countTokens(workload);
  const lines: CostLine[] = [];
  let sum = 0n;
  // A meter on which nothing runs costs nothing, whether its price is known or not.
  for (const meter of meters.filter((each) => tokens[each] > 0n)) {
    const price = offer.prices[meter];
    if (price === undefined) return { kind: 'unknown', because: { kind: 'no-price', host: offer.host, meter } };
    const usd = toUnits(price.usd) * tokens[meter];
    sum += usd;
    lines.push({ meter, tokens: fromUnits(tokens[meter] * 10n ** 16n), price, usd: fromUnits(usd, moreDecimals) });
  }
  return { kind: 'cost', usd: fromUnits(sum, moreDecimals), host: offer.host, modelSlug: null, lines };
}

export type PricedModel = { slug: string; name: string; offer: Offer };

/** What a workload costs a month: Σ price × tokens over the meters it runs on, or the one reason why that cannot be said. */
export function computeCost(basis: Basis, workload: Workload, model: PricedModel | null): Cost {
  switch (basis.kind) {
    case 'tokens':
      return costTokens(basis.offer, basis.writesText, workload);
    case 'needs-model': {
      if (model === null) return { kind: 'unknown', because: { kind: 'no-model' } };
      const cost = costTokens(model.offer, true, workload);
      return cost.kind === 'cost' ? { ...cost, modelSlug: model.slug } : cost;
    }
    case 'self-hosted':
    case 'other-unit':
    case 'subscription':
    case 'free-tier':
    case 'not-sold':
    case 'unknown':
      return { kind: 'unknown', because: basis };
  }
}

/** Negative when `a` is less than `b`; exact decimals of any length below 26 places. */
export function compareSums(a: string, b: string): number {
  const scaled = (text: string): bigint => {
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(32, '0'));
  };
  const [one, other] = [scaled(a), scaled(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
