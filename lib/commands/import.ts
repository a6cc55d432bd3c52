import { parseArgs } from 'node:util';
import { checkRecords } from '../catalog/check-records';
import { getConfig } from '../config';
import { getDatabase } from '../db/database';
import { getFactKey } from '../db/fact-key';
import { importFiles, migrateDatabase, WrongRecordsError } from '../db/prepare';
import { readRecordFiles } from '../db/record-files';
import { importSources } from './import-sources';
import { formatSeconds, print, runCommand } from './run-command';

/** `npm run import`: records when nothing is named (`--validate` only checks them, `--overlay DIR` puts a folder over them), else files of a source. */
async function runImport(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      validate: { type: 'boolean', default: false },
      overlay: { type: 'string' },
      all: { type: 'string' },
      'as-of': { type: 'string' },
      rejected: { type: 'string' },
    },
  });
  if (positionals.length === 0 && values.all === undefined) return importRecords(values);
  const database = await getDatabase();
  await migrateDatabase(database, print);
  return importSources(database, positionals, { all: values.all, asOf: values['as-of'], rejected: values.rejected });
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
