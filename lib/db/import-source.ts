import type { ParsedSource } from '../catalog/entry';
import type { Database } from './database';
import { importLock, importTimeout, tidyEmbedded } from './import-catalog';
import { NoSnapshotError, type Reading } from './read-snapshot';
import { writeSnapshot } from './write-snapshot';
import { type SourceImport, type SourceReading, writeReadings } from './write-source';
import { moveReadingDays } from './write-tools';

export type SnapshotWritten = { snapshot: string; snapshotChanged: boolean };

/** A source is imported before the records that name it. */
export class UnknownSourceError extends Error {
  override name = 'UnknownSourceError';
}

/**
 * Writes what files of sources say into the catalogue, then one snapshot, all in one transaction: tools that nobody had
 * listed and names, of all files, then facts, file by file. Each file finds the tools and names of all others, so that
 * importing the same files twice adds nothing. `report` is called for each file in turn.
 */
export function importReadings<Read extends SourceReading>(
  { prisma, pool, embedded }: Database,
  readings: readonly Read[],
  report: (imported: SourceImport, reading: Read) => void = () => {},
): Promise<SnapshotWritten> {
  const write = async (tx: Reading): Promise<SnapshotWritten & { pruned: number }> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
    const current = await tx.currentSnapshot.findFirst({ select: { snapshot: { select: { fingerprint: true } } } });
    const sourceIds = new Set((await tx.source.findMany({ select: { id: true } })).map(({ id }) => id));
    const missing = readings.find(({ sourceId }) => current === null || !sourceIds.has(sourceId));
    if (missing) throw explainUnknown(missing.sourceId);
    if (current === null) throw new NoSnapshotError();
    const changes = await writeReadings(tx, readings, report);
    await moveReadingDays(tx);
    const { id, changed, pruned } = await writeSnapshot(tx, current.snapshot.fingerprint, { facts: [...changes.facts], texts: [...changes.texts] });
    return { snapshot: id, snapshotChanged: changed, pruned };
  };
  return prisma.$transaction(write, { timeout: importTimeout }).then(async ({ pruned, ...written }) => {
    if (embedded && pruned > 0) await tidyEmbedded(pool);
    return written;
  });
}

/** As importReadings, of one file. */
export async function importSource(database: Database, sourceId: string, parsed: ParsedSource): Promise<SourceImport & SnapshotWritten> {
  const imported: SourceImport[] = [];
  const written = await importReadings(database, [{ sourceId, parsed }], (each) => imported.push(each));
  const [only] = imported;
  if (only === undefined) throw new Error(`Nothing was reported of ${sourceId}`);
  return { ...only, ...written };
}

function explainUnknown(sourceId: string): UnknownSourceError {
  return new UnknownSourceError(`The source "${sourceId}" is not in the catalogue. Run "npm run import" first: it brings the records and their sources.`);
}
