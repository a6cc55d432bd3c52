import { checkRecords, formatIssue, type RecordFile } from '../../lib/catalog/check-records';
import type { Database } from '../../lib/db/database';
import { getFactKey } from '../../lib/db/fact-key';
import { type Imported, importCatalog } from '../../lib/db/import-catalog';
import { migrateDatabase } from '../../lib/db/prepare';
import { getFingerprint } from '../../lib/db/record-files';
import { readShippedFiles } from './record-files';

/** Imports files as the command does. Throws the issues when there are any. */
export async function importTestFiles(database: Database, files: readonly RecordFile[]): Promise<Imported> {
  const { catalogue, issues } = checkRecords([files], getFactKey);
  if (issues.length > 0) throw new Error(issues.map(formatIssue).join('\n'));
  return importCatalog(database, catalogue, getFingerprint([files]));
}

/** Migrates and imports the records of this repository. */
export async function fillDatabase(database: Database): Promise<Imported> {
  await migrateDatabase(database, () => {});
  return importTestFiles(database, readShippedFiles());
}
