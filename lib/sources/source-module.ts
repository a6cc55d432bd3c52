import type { ParsedSource } from '../catalog/entry';

/** `asOf` is the day of the data, ISO; a row that carries its own date is dated by that instead. */
export type ReadOptions = {
  asOf: string;
  /** The text of a second file that dates or names the rows of the first; only for sources that say so in `beside`. */
  beside?: string;
};

export type SourceModule = {
  /** Id of the source in prisma/catalog/sources.json; every fact names it. */
  sourceId: string;
  /** Printed where a file is chosen: 'OpenRouter models API'. */
  title: string;
  /** The files it reads, for whoever looks for one: 'the answer of /api/v1/models'. */
  reads: string;
  /** Recognises its files by their names when a whole folder is imported. */
  fileName?: RegExp;
  /** A second file of the source that `parse` takes as well, for whoever looks for one. It works without. */
  beside?: string;
  /** Throws SourceFileError when the text is no file of this source at all; wrong rows are rejected one by one. */
  parse: (text: string, read: ReadOptions) => ParsedSource;
  /** Left out where the file's name holds the day as YYYY-MM-DD. */
  dateFromName?: (name: string) => string | null;
  /** What the installed packages hold of this source, so that an import works without a file. */
  embedded?: () => { text: string; asOf: string };
};

/** The day in a file's name: '2026-08-01' in 'openrouter_models_2026-08-01.json'; null where there is none. */
export function dateFromName(name: string): string | null {
  return /(?<!\d)(20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/.exec(name)?.[1] ?? null;
}
