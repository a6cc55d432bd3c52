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
