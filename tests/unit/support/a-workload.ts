import type { Workload } from '../../../lib/address/workload';
import type { PricedTool } from '../../../lib/compare/crossover';
import type { Meter, MeterPrice, Offer } from '../../../lib/compare/workload';

export const aWorkload = (part: Partial<Workload> = {}): Workload => ({
  input: 1_000,
  output: 500,
  cached: 0,
  written: 0,
  calls: 100,
  model: null,
  by: 'input',
  ...part,
});

const aPrice = (usd: string): MeterPrice => ({ usd, asOf: '2026-08-06', source: 'Price list', address: 'https://example.org/prices' });

/** An offer with these prices per million; a meter that is left out has no known price. */
export function anOffer(prices: Partial<Record<Meter, string>>, promptLimit: number | null = null): Offer {
  return { host: 'Example API', promptLimit, prices: Object.fromEntries(Object.entries(prices).map(([meter, usd]) => [meter, aPrice(usd)])) };
}

export const aPriced = (slug: string, prices: Partial<Record<Meter, string>>, promptLimit: number | null = null): PricedTool => ({
  slug,
  basis: { kind: 'tokens', offer: anOffer(prices, promptLimit), writesText: true },
});
