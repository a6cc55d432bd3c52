import { findFact } from './current';
import type { Kind } from './kinds';
import { openLicences } from './open-licences';
import type { Fact } from './record';
import type { SignalId } from './signals';
import type { StoredFact } from './tool';

const usagePrices: readonly SignalId[] = ['price-input', 'price-output', 'price-image', 'price-audio-minute', 'price-million-characters', 'price-video-second'];

/**
 * How one pays for a tool, as far as its other facts say so: by use where a host states a price above zero, as free
 * software where the licence is an open one and no price is known. Null where they do not say, or somebody has stated it.
 */
export function derivePricing(kind: Kind, facts: readonly StoredFact[]): Fact | null {
  if (findFact(facts, 'pricing-model') !== null) return null;
  const price = usagePrices.map((signal) => findFact(facts, signal)).find((fact) => typeof fact?.value === 'string' && Number(fact.value) > 0);
  if (price) return derive(price, 'usage-based', `Derived from a price at ${price.conditions?.host ?? 'its maker'}.`);
  const licence = findFact(facts, 'licence');
  if (typeof licence?.value !== 'string' || !openLicences.has(licence.value)) return null;
  if (kind === 'model' && findFact(facts, 'open-weights')?.value !== true) return null;
  return derive(licence, 'free software', `Derived from the licence, ${licence.value}.`);
}

/** A fact that follows from another one: its source, its day. */
function derive({ asOf, source, address }: StoredFact, value: string, note: string): Fact {
  return { signal: 'pricing-model', value, asOf, source, ...(address === undefined ? {} : { address }), method: 'derived', note };
}
