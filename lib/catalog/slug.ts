/** The longest slug: four of them, joined, must still fit a file name. */
export const slugLimit = 50;

const grammar = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The text itself when it is a slug, else null. A slug is lower-case ASCII letters, digits and single
 * hyphens, at most 50 characters, and no hyphen-segment is `vs`, which separates tools in an address.
 */
export function parseSlug(text: string): string | null {
  if (text.length > slugLimit || !grammar.test(text)) return null;
  return text.split('-').includes('vs') ? null : text;
}

/**
 * A slug out of a name: its letters and digits, accents taken off, at most 50 characters, and no part that
 * would split an address. Null when nothing is left, as of a name in another script.
 */
export function makeSlug(name: string): string | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const parts = plain.split(/[^a-z0-9]+/).filter((part) => part !== '' && part !== 'vs');
  return parseSlug(parts.join('-').slice(0, slugLimit).replace(/-+$/, ''));
}

/** The slug with the lowest number, from 2 on, that makes it one that is not taken. */
export function numberSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const numbered = `${slug.slice(0, slugLimit - String(number).length - 1).replace(/-+$/, '')}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
