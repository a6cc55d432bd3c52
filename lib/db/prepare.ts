import { join } from 'node:path';
import { checkRecords, formatIssue, type Issue } from '../catalog/check-records';
import { type Config, getConfig } from '../config';
import { type Database, getDatabase } from './database';
import { getFactKey } from './fact-key';
import { type Imported, importCatalog } from './import-catalog';
import { migrate, readMigrations } from './migrate';
import { getFingerprint, readRecordFiles } from './record-files';

export type Log = (line: string) => void;

/** Records are wrong; the message holds every issue, a line each. */
export class WrongRecordsError extends Error {
  override name = 'WrongRecordsError';
  constructor(issues: readonly Issue[]) {
    super(`${issues.map(formatIssue).join('\n')}\n${issues.length} ${issues.length === 1 ? 'issue' : 'issues'} in the records. Nothing was imported.`);
  }
}

/** Imports the record files when they differ from what the current snapshot was made of. Null: nothing to do. */
export async function importFiles(
  database: Database,
  { catalogDir, catalogOverlay }: Pick<Config, 'catalogDir' | 'catalogOverlay'>,
  log: Log,
): Promise<Imported | null> {
  const folders = readRecordFiles({ catalogDir, catalogOverlay });
  const fingerprint = getFingerprint(folders);
  const current = await database.prisma.currentSnapshot.findFirst({ select: { snapshot: { select: { fingerprint: true } } } });
  if (current?.snapshot.fingerprint === fingerprint) return null;
  const { catalogue, issues } = checkRecords(folders, getFactKey);
  if (issues.length > 0) throw new WrongRecordsError(issues);
  log(`importing ${catalogue.records.length} tools …`);
  return importCatalog(database, catalogue, fingerprint);
}

/** Applies missing migrations from prisma/migrations. */
export function migrateDatabase(database: Database, log: Log): Promise<string[]> {
  return migrate(database.pool, readMigrations(join(process.cwd(), 'prisma', 'migrations')), log);
}

/**
 * Brings the shared database up to date: migrations first, then the records, when they changed. What a server
 * calls before it answers. Wrong records leave the catalogue as it was; they throw only when there is none.
 */
export async function prepareDatabase(log: Log = () => {}): Promise<void> {
  const database = await getDatabase();
  await migrateDatabase(database, log);
  try {
    const imported = await importFiles(database, getConfig(), log);
    if (imported !== null) log(`imported: ${imported.added} added, ${imported.changed} changed, ${imported.retired} retired, ${imported.unchanged} unchanged`);
  } catch (error) {
    const isUsable = (await database.prisma.currentSnapshot.count()) > 0;
    if (!(error instanceof WrongRecordsError) || !isUsable) throw error;
    log(`the previous catalogue stays: ${error.message}`);
  }
}
