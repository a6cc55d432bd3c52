/** SPDX identifiers by how data sets write them; names that are no SPDX identifiers stay as they are written. */
const spdx: ReadonlyMap<string, string> = new Map([
  ['mit', 'MIT'],
  ['apache-2.0', 'Apache-2.0'],
  ['apache_2_0', 'Apache-2.0'],
  ['apache-2', 'Apache-2.0'],
  ['bsd-2-clause', 'BSD-2-Clause'],
  ['bsd-3-clause', 'BSD-3-Clause'],
  ['cc0-1.0', 'CC0-1.0'],
  ['cc-by-4.0', 'CC-BY-4.0'],
  ['creative_commons_attribution_4_0_license', 'CC-BY-4.0'],
  ['cc-by-sa-4.0', 'CC-BY-SA-4.0'],
  ['cc-by-nc-4.0', 'CC-BY-NC-4.0'],
  ['cc-by-nc-sa-4.0', 'CC-BY-NC-SA-4.0'],
  ['cc-by-nc-nd-4.0', 'CC-BY-NC-ND-4.0'],
  ['agpl-3.0', 'AGPL-3.0'],
  ['gpl-3.0', 'GPL-3.0'],
  ['lgpl-3.0', 'LGPL-3.0'],
  ['mpl-2.0', 'MPL-2.0'],
  ['unlicense', 'Unlicense'],
] as const);

/** What data sets write where they do not say. */
const unsaid: ReadonlySet<string> = new Set(['', 'other', 'unknown', 'none', 'null', 'not specified', 'n/a', 'proprietary', 'unspecified-noncommercial']);

/** The licence by its SPDX identifier or its own name; null where the source does not say one. */
export function readLicence(written: string | null | undefined): string | null {
  const name = (written ?? '').trim();
  if (unsaid.has(name.toLowerCase()) || name.startsWith('http')) return null;
  return spdx.get(name.toLowerCase()) ?? name.slice(0, 160);
}

/** Licences under which the weights may be used, changed and passed on by anybody. */
export function isFreeLicence(licence: string): boolean {
  return ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'CC-BY-4.0', 'Unlicense', 'MPL-2.0'].includes(licence);
}
