import { findFact } from './current';
import type { Kind } from './kinds';
import type { Fact } from './record';
import type { SignalId } from './signals';
import type { StoredFact } from './tool';

/** Licences approved by the Open Source Initiative, and public-domain dedications: whoever has the code may run it for nothing. */
const openLicences: ReadonlySet<string> = new Set([
  ...['0BSD', 'AFL-3.0', 'AGPL-3.0', 'AGPL-3.0-only', 'AGPL-3.0-or-later', 'Apache-2.0', 'Artistic-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSL-1.0'],
  ...['CC0-1.0', 'ECL-2.0', 'EPL-1.0', 'EPL-2.0', 'EUPL-1.2', 'GPL-2.0', 'GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0', 'GPL-3.0-only', 'GPL-3.0-or-later'],
  ...['ISC', 'LGPL-2.1', 'LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0', 'LGPL-3.0-only', 'LGPL-3.0-or-later', 'MIT', 'MIT-0', 'MPL-2.0', 'MS-PL'],
  ...['NCSA', 'OSL-3.0', 'PostgreSQL', 'PSF-2.0', 'Unlicense', 'UPL-1.0', 'Zlib'],
]);

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
