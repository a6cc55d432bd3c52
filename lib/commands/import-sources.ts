import { writeFileSync } from 'node:fs';
import type { Rejection } from '../catalog/entry';
import type { Database } from '../db/database';
import { importSource } from '../db/import-source';
import { describeImport } from './describe-import';
import { isAddress, listSourceFiles, readSourceAddress, readSourceFile, type SourceFile } from './read-source-file';
import { formatSeconds, print } from './run-command';

export type SourceOptions = { all?: string; asOf?: string; rejected?: string };

const shownRejections = 10;

export function printRejections(rejected: readonly Rejection[], whole: string | undefined): void {
  for (const { at, reason } of rejected.slice(0, shownRejections)) print(`  ${at}: ${reason}`);
  const more = rejected.length - shownRejections;
  if (more > 0) print(`  … and ${more} more${whole === undefined ? '; --rejected FILE writes all of them' : `, all of them in ${whole}`}`);
}

/** `npm run import -- SOURCE FILE … [--as-of DAY] [--rejected FILE]`, where a file may be an https address, or `-- --all FOLDER` for every file that a source knows. */
export async function importSources(database: Database, positionals: readonly string[], { all, asOf, rejected: report }: SourceOptions): Promise<void> {
  const files = listSourceFiles(positionals, all);
  const rejections: string[] = [];
  for (const [index, file] of files.entries()) {
    print(`[${index + 1}/${files.length}] ${file.name}: ${file.path} …`);
    const rejected = await importFile(database, file, asOf);
    printRejections(rejected, report);
    rejections.push(...rejected.map(({ at, reason }) => `${file.path}: ${at}: ${reason}\n`));
  }
  if (report !== undefined) writeFileSync(report, rejections.join(''));
}

async function importFile(database: Database, { source, path }: SourceFile, day: string | undefined): Promise<readonly Rejection[]> {
  const began = performance.now();
  const { parsed, asOf } = isAddress(path) ? await readSourceAddress(source, path, day) : readSourceFile(source, path, day);
  const imported = await importSource(database, source.sourceId, parsed);
  print(describeImport(imported, { asOf, read: parsed.entries.length + parsed.rejected.length, took: formatSeconds(began) }));
  return imported.rejected;
}
