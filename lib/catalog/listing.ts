import { findFact } from './current';
import { listModalities, type Modality } from './modalities';
import type { SignalId } from './signals';
import type { StoredFact, Tool } from './tool';

/** What lists filter and sort by, drawn from a tool's facts; null where nothing is known. */
export type ListingFacts = {
  pricing: string | null;
  licence: string | null;
  openWeights: boolean | null;
  modalities: readonly Modality[];
  /** Exact decimal, US dollars; '0' for software that is free to run. */
  startingPrice: string | null;
  /** The signal the price is of, which says its unit; null for free software and where no price is known. */
  startingPriceSignal: SignalId | null;
  /** Null for a tool that is known by its names alone. */
  newestFact: string | null;
};

const text = (fact: StoredFact | null): string | null => (typeof fact?.value === 'string' ? fact.value : null);

/**
 * The price one begins to pay at: input tokens at the headline host for a model, else the lowest subscription.
 * Null for free software, whatever plan its maker sells beside it; a fact without a value says why there is no price.
 */
export function findStartingPrice(tool: Pick<Tool, 'facts'>): StoredFact | null {
  if (findFact(tool.facts, 'pricing-model')?.value === 'free software') return null;
  const [input, month] = [findFact(tool.facts, 'price-input'), findFact(tool.facts, 'price-month')];
  return [input, month].find((fact) => fact?.value !== undefined) ?? input ?? month;
}

export function describeListing(tool: Pick<Tool, 'facts'>): ListingFacts {
  const pricing = text(findFact(tool.facts, 'pricing-model'));
  const price = findStartingPrice(tool);
  const weights = findFact(tool.facts, 'open-weights')?.value;
  return {
    pricing,
    licence: text(findFact(tool.facts, 'licence')),
    openWeights: typeof weights === 'boolean' ? weights : null,
    modalities: listModalities(tool.facts),
    startingPrice: text(price) ?? (pricing === 'free software' ? '0' : null),
    startingPriceSignal: price?.value === undefined ? null : price.signal,
    newestFact: tool.facts.reduce<string | null>((newest, { asOf }) => (newest === null || asOf > newest ? asOf : newest), null),
  };
}
