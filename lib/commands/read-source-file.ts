import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ParsedSource } from '../catalog/entry';
import { fetchFile } from '../sources/live/fetch-file';
import { decodeText } from '../sources/read-rows';
import { dateFromName, type SourceModule } from '../sources/source-module';
import { type SourceName, sources } from '../sources/sources';
import { CommandError } from './run-command';
import { runtime } from './runtime';

const isSourceName = (name: string): name is SourceName => Object.hasOwn(sources, name);

/** The importer of this name. Throws a sentence that lists them. */
export function findSource(name: string): SourceModule {
  if (isSourceName(name)) return sources[name];
  const lines = Object.entries<SourceModule>(sources).map(([each, { reads }]) => `  ${each}: ${reads}`);
  throw new CommandError(`There is no source "${name}". Sources, and what each one reads:\n${lines.join('\n')}`);
}

export type ReadFile = { parsed: ParsedSource; asOf: string };

/** What a source holds in an installed package is read instead of a file when this is given for the path. */
export const installed = 'installed';

function readText(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new CommandError(`There is no file ${path}.`);
  return decodeText(readFileSync(path));
}

/**
 * Reads and parses a file of a source. The day of its data is the one in its name, else the one given. A second file that the
 * source can use lies beside it under the same name with another ending: prices_2026-08-21.json, prices_checked.jsonl.
 */
export function readSourceFile(source: SourceModule, path: string, day: string | undefined): ReadFile {
  if (path === installed && source.embedded) {
    const { text, asOf } = source.embedded();
    return { parsed: source.parse(text, { asOf }), asOf };
  }
  const text = readText(path);
  const asOf = (source.dateFromName ?? dateFromName)(basename(path)) ?? day;
  if (asOf === undefined) throw new CommandError(`${path} has no day in its name: say which day its data are of with --as-of YYYY-MM-DD.`);
  const beside = source.beside === undefined ? null : findBeside(path);
  return { parsed: source.parse(text, { asOf, ...(beside === null ? {} : { beside: readText(beside) }) }), asOf };
}

/** 'prices_checked.jsonl' beside 'prices_2026-08-21.json', or null. */
function findBeside(path: string): string | null {
  const checked = path.replace(/_?\d{4}-\d{2}-\d{2}\.json$/, '_checked.jsonl');
  return checked !== path && existsSync(checked) ? checked : null;
}

/** True for what is on the network rather than on the disk. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path) && URL.canParse(path);
}

/** As readSourceFile, of a file on the network; where neither is given, the day is the one on which it was sent. */
export async function readSourceAddress(source: SourceModule, address: string, day: string | undefined): Promise<ReadFile> {
  const { text, day: sentOn } = await fetchFile(address, runtime);
  const asOf = day ?? (source.dateFromName ?? dateFromName)(basename(new URL(address).pathname)) ?? sentOn;
  return { parsed: source.parse(text, { asOf }), asOf };
}

export type SourceFile = { name: string; source: SourceModule; path: string };

/** The files that were named, SOURCE FILE …, or with a folder every file in it whose name one of the sources knows. */
export function listSourceFiles([name, ...paths]: readonly string[], folder: string | undefined): SourceFile[] {
  if (folder === undefined) {
    if (name === undefined || paths.length === 0) throw new CommandError('Say which source and which file: SOURCE FILE …, or --all FOLDER.');
    const source = findSource(name);
    return paths.map((path) => ({ name, source, path }));
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const found = files.flatMap((file) =>
    Object.entries<SourceModule>(sources).flatMap(([each, source]) =>
      source.fileName?.test(basename(file)) ? [{ name: each, source, path: join(folder, file) }] : [],
    ),
  );
  if (found.length === 0) throw new CommandError(`No file in ${folder} has a name that one of the sources knows.`);
  return found;
}
