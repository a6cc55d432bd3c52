/** Text that is markup already; everything else is escaped where it is put in. */
export type Markup = { markup: string };

type Part = string | number | Markup | readonly Markup[];

export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

function printPart(part: Part): string {
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('');
}

/** HTML or SVG from a template: what is put in is text, and stays text. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((text, index) => text + (index < parts.length ? printPart(parts[index] ?? '') : '')).join('') };
}
