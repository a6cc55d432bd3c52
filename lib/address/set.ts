/** The most tools one comparison holds; the slug grammar keeps four of them within a file name. */
export const setLimit = 4;

/** The forms in which programs are given a page: asked for by ending, or by `Accept`. */
export const twins = ['md', 'json', 'csv'] as const;
export type Twin = (typeof twins)[number];

/** The media type of each, as `Accept` names it and `Content-Type` says it. */
export const twinTypes: Record<Twin, string> = { md: 'text/markdown', json: 'application/json', csv: 'text/csv' };

/** What else an ending asks for: the picture shown beside a shared link, and for a tool its badge. */
export const setEndings = [...twins, 'png'] as const;
type SetEnding = (typeof setEndings)[number];
export const toolEndings = [...setEndings, 'svg'] as const;
/** Every form of a page but the page itself. The card to embed has a folder of its own instead of an ending. */
export type Form = (typeof toolEndings)[number] | 'embed';

/** What an address asks for, before anything is known about the names in it. */
export type AskedSet = { names: readonly string[]; ending: SetEnding | null };

/** Splits `name.json` into the name and its ending; a dot is never part of a slug, so nothing is lost. */
export function splitEnding<Ending extends string>(segment: string, endings: readonly Ending[]): { name: string; ending: Ending | null } {
  const ending = endings.find((each) => segment.toLowerCase().endsWith(`.${each}`)) ?? null;
  return { name: ending === null ? segment : segment.slice(0, -(ending.length + 1)), ending };
}

/** Undoes percent-encoding; text that is no valid encoding is given back as it is. Never throws. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Reads the last segment of `/compare/a-vs-b`. Any text gives an answer; empty names are dropped. */
export function parseSet(segment: string, endings: readonly SetEnding[] = setEndings): AskedSet {
  const { name, ending } = splitEnding(decodeSegment(segment).trim(), endings);
  const names = name
    .split(/-vs-/i)
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
  return { names, ending };
}

export type ResolvedSet =
  /** The address is the one address of this set. */
  | { type: 'canonical'; slugs: readonly string[] }
  /** The same set has another address; `dropped` counts the tools beyond the limit. */
  | { type: 'elsewhere'; slugs: readonly string[]; dropped: number }
  /** Only one tool is named: its own page answers. */
  | { type: 'single'; slug: string }
  | { type: 'unknown'; unknown: readonly string[]; known: readonly string[] }
  | { type: 'empty' };

/** Slugs in the one order a set has: by code units, without repeats. */
export function sortSlugs(slugs: readonly string[]): string[] {
  return [...new Set(slugs)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Decides where an address leads. `find` gives the slug behind a slug or alias, or null. Beyond the limit the
 * first four tools as written are kept.
 */
export function resolveSet(segment: string, find: (name: string) => string | null, endings: readonly SetEnding[] = setEndings): ResolvedSet {
  const { names, ending } = parseSet(segment, endings);
  if (names.length === 0) return { type: 'empty' };
  const found = names.map((name) => ({ name, slug: find(name) }));
  const unknown = found.flatMap(({ name, slug }) => (slug === null ? [name] : []));
  const distinct = [...new Set(found.flatMap(({ slug }) => (slug === null ? [] : [slug])))];
  if (unknown.length > 0) return { type: 'unknown', unknown: [...new Set(unknown)], known: distinct };
  const [first] = distinct;
  if (distinct.length === 1 && first !== undefined) return { type: 'single', slug: first };
  const slugs = sortSlugs(distinct.slice(0, setLimit));
  const canonical = joinSet(slugs) + (ending === null ? '' : `.${ending}`);
  return canonical === segment ? { type: 'canonical', slugs } : { type: 'elsewhere', slugs, dropped: Math.max(0, distinct.length - setLimit) };
}

/** `['a', 'b']` → `a-vs-b`. */
export function joinSet(slugs: readonly string[]): string {
  return slugs.join('-vs-');
}
