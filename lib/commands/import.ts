import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkRecords } from '../catalog/check-records';
import { getConfig } from '../config';
import { getDatabase } from '../db/database';
import { getFactKey } from '../db/fact-key';
import { importFiles, migrateDatabase, WrongRecordsError } from '../db/prepare';
import { readRecordFiles } from '../db/record-files';
import { importLive } from './import-live';
import { importSources, printRejections } from './import-sources';
import { CommandError, formatSeconds, print, runCommand } from './run-command';
import { runtime } from './runtime';

/** `npm run import`: records when nothing is named (`--validate` only checks them, `--overlay DIR` puts a folder over them), else files of a source, or with `--live` its API. */
async function runImport(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      validate: { type: 'boolean', default: false },
      overlay: { type: 'string' },
      all: { type: 'string' },
      'as-of': { type: 'string' },
      rejected: { type: 'string' },
      live: { type: 'boolean', default: false },
      pages: { type: 'string', default: '1' },
      releases: { type: 'boolean', default: false },
    },
  });
  if (values.live) return importLiveSources(positionals, values);
  if (positionals.length === 0 && values.all === undefined) return importRecords(values);
  const database = await getDatabase();
  await migrateDatabase(database, print);
  return importSources(database, positionals, { all: values.all, asOf: values['as-of'], rejected: values.rejected });
}

type LiveValues = { pages: string; releases: boolean; rejected?: string };

/** `--pages N`: how much of a list that has no end; `--releases`: a second request for each repository. */
async function importLiveSources(names: readonly string[], { pages, releases, rejected: report }: LiveValues): Promise<void> {
  if (names.length === 0) throw new CommandError('Say which source to ask: SOURCE --live.');
  if (!/^[1-9]\d{0,3}$/.test(pages)) throw new CommandError('--pages must be a whole number from 1 to 9999.');
  const { dataDir, live: access } = getConfig();
  const database = await getDatabase();
  await migrateDatabase(database, print);
  const settings = { dataDir, access, pages: Number(pages), releases, runtime, print };
  const rejections: string[] = [];
  for (const name of names) {
    const rejected = await importLive(database, name, settings);
    printRejections(rejected, report);
    rejections.push(...rejected.map(({ at, reason }) => `${name}: ${at}: ${reason}\n`));
  }
  if (report !== undefined) writeFileSync(report, rejections.join(''));
}

async function importRecords(values: { validate: boolean; overlay?: string }): Promise<void> {
  const began = performance.now();
  const { catalogDir, catalogOverlay } = getConfig();
  const folders = { catalogDir, catalogOverlay: values.overlay ?? catalogOverlay };
  if (values.validate) {
    const { catalogue, issues } = checkRecords(readRecordFiles(folders), getFactKey);
    if (issues.length > 0) throw new WrongRecordsError(issues);
    print(`${catalogue.records.length} records and ${catalogue.sources.length} sources are right (${formatSeconds(began)}).`);
    return;
  }
  const database = await getDatabase();
  await migrateDatabase(database, print);
  const imported = await importFiles(database, folders, print);
  if (imported === null) {
    print(`The records have not changed since the last import (${formatSeconds(began)}).`);
    return;
  }
  const { added, changed, retired, unchanged, snapshot, snapshotChanged } = imported;
  print(`${added} added, ${changed} changed, ${retired} retired, ${unchanged} unchanged.`);
  if (folders.catalogOverlay !== catalogOverlay)
    print(`Set CATALOG_OVERLAY=${folders.catalogOverlay} for the server too: it imports its own configuration when it starts.`);
  print(`Snapshot ${snapshot}${snapshotChanged ? '' : ' as before'}, in ${formatSeconds(began)}.`);
}

void runCommand(runImport);
