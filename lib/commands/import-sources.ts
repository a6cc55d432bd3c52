import { writeFileSync } from 'node:fs';
import type { Rejection } from '../catalog/entry';
import type { Database } from '../db/database';
import { importReadings } from '../db/import-source';
import type { SourceReading } from '../db/write-source';
import { SourceFileError } from '../sources/read-rows';
import { describeImport } from './describe-import';
import { isAddress, listSourceFiles, readSourceAddress, readSourceFile, type SourceFile } from './read-source-file';
import { CommandError, formatSeconds, print } from './run-command';

export type SourceOptions = { all?: string; asOf?: string; rejected?: string };

const shownRejections = 10;

export function printRejections(rejected: readonly Rejection[], whole: string | undefined): void {
  for (const { at, reason } of rejected.slice(0, shownRejections)) print(`  ${at}: ${reason}`);
  const more = rejected.length - shownRejections;
  if (more > 0) print(`  … and ${more} more${whole === undefined ? '; --rejected FILE writes all of them' : `, all of them in ${whole}`}`);
}

type FileReading = SourceReading & { path: string; asOf: string };

/**
 * `npm run import -- SOURCE FILE … [--as-of DAY] [--rejected FILE]`, where a file may be an https address, or `-- --all FOLDER`
 * for every file that a source knows. All are read first, since each may name tools of any other; then all and their one
 * snapshot are one transaction, so a failure of the database leaves the catalogue as it was. A file that cannot be read is
 * left out and said, and the others go in.
 */
export async function importSources(database: Database, positionals: readonly string[], { all, asOf, rejected: report }: SourceOptions): Promise<void> {
  const files = listSourceFiles(positionals, all);
  const began = performance.now();
  const unread: string[] = [];
  const rejections: string[] = [];
  const readings = await readFiles(files, asOf, unread);
  const { snapshot, snapshotChanged } = await importReadings(database, readings, (imported, { path, sourceId, parsed, asOf: day }) => {
    print(`${sourceId}: ${path}`);
    print(describeImport(imported, { asOf: day, read: parsed.entries.length + parsed.rejected.length }));
    printRejections(imported.rejected, report);
    for (const { at, reason } of imported.rejected) rejections.push(`${path}: ${at}: ${reason}\n`);
  });
  if (report !== undefined) writeFileSync(report, rejections.join(''));
  print(`Snapshot ${snapshot}${snapshotChanged ? '' : ' as before'}, in ${formatSeconds(began)}.`);
  if (unread.length > 0) throw new CommandError(`Left out, since they could not be read:\n${unread.join('\n')}`);
}

async function readFiles(files: readonly SourceFile[], asOf: string | undefined, unread: string[]): Promise<FileReading[]> {
  const readings: FileReading[] = [];
  for (const [index, { name, source, path }] of files.entries()) {
    const began = performance.now();
    try {
      const read = isAddress(path) ? await readSourceAddress(source, path, asOf) : readSourceFile(source, path, asOf);
      readings.push({ sourceId: source.sourceId, path, ...read });
      print(`[${index + 1}/${files.length}] ${name}: ${path}, read in ${formatSeconds(began)}`);
    } catch (error) {
      if (!(error instanceof SourceFileError || error instanceof CommandError)) throw error;
      print(`[${index + 1}/${files.length}] ${name}: ${path}, left out: ${error.message}`);
      unread.push(`  ${path}: ${error.message}`);
    }
  }
  return readings;
}
