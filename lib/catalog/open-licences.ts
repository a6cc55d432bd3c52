/** Licences approved by the Open Source Initiative, and public-domain dedications: whoever has the code may run it for nothing. */
export const openLicences: ReadonlySet<string> = new Set([
  ...['0BSD', 'AFL-3.0', 'AGPL-3.0', 'AGPL-3.0-only', 'AGPL-3.0-or-later', 'Apache-2.0', 'Artistic-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSL-1.0'],
  ...['CC0-1.0', 'ECL-2.0', 'EPL-1.0', 'EPL-2.0', 'EUPL-1.2', 'GPL-2.0', 'GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0', 'GPL-3.0-only', 'GPL-3.0-or-later'],
  ...['ISC', 'LGPL-2.1', 'LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0', 'LGPL-3.0-only', 'LGPL-3.0-or-later', 'MIT', 'MIT-0', 'MPL-2.0', 'MS-PL'],
  ...['NCSA', 'OSL-3.0', 'PostgreSQL', 'PSF-2.0', 'Unlicense', 'UPL-1.0', 'Zlib'],
]);

/** What a list may be narrowed to beside single licences: any open one. */
export const anyOpenLicence = 'open';

/** What a list may be narrowed to beside single ways of paying: whatever one may use without paying. */
export const anyFree = 'free';
/** The ways of paying that are free as such. */
export const freeWays: readonly string[] = ['free software', 'free tier'];

/** True for free software, a free tier, a price of zero, and for what has an open licence and no closed weights, whoever hosts it at a price. */
export function isFree(card: { pricing: string | null; licence: string | null; openWeights: boolean | null; startingPrice: string | null }): boolean {
  if (card.pricing !== null && freeWays.includes(card.pricing)) return true;
  if (card.startingPrice !== null && Number(card.startingPrice) === 0) return true;
  return card.licence !== null && openLicences.has(card.licence) && card.openWeights !== false;
}
