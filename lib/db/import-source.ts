import type { ParsedSource } from '../catalog/entry';
import type { Database } from './database';
import { importLock, importTimeout, tidyEmbedded } from './import-catalog';
import { NoSnapshotError, type Reading } from './read-snapshot';
import { writeSnapshot } from './write-snapshot';
import { type Changed, readNames, type SourceImport, type SourceReading, writeSource } from './write-source';
import { moveReadingDays } from './write-tools';

export type SnapshotWritten = { snapshot: string; snapshotChanged: boolean };

/** A source is imported before the records that name it. */
export class UnknownSourceError extends Error {
  override name = 'UnknownSourceError';
}

/**
 * Writes what files of sources say into the catalogue, then one snapshot, all in one transaction: facts of listed tools,
 * tools that nobody had listed, and names. A later file finds the tools of an earlier one. Importing the same files twice
 * adds nothing. The next file is asked for once the one before it is written, so that one at a time is in memory.
 */
export function importReadings<Read extends SourceReading>(
  { prisma, pool, embedded }: Database,
  readings: Iterable<Read>,
  report: (imported: SourceImport, reading: Read) => void = () => {},
): Promise<SnapshotWritten> {
  const write = async (tx: Reading): Promise<SnapshotWritten & { pruned: number }> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
    const current = await tx.currentSnapshot.findFirst({ select: { snapshot: { select: { fingerprint: true } } } });
    const sourceIds = new Set((await tx.source.findMany({ select: { id: true } })).map(({ id }) => id));
    const names = await readNames(tx);
    const changes: Changed = { facts: new Set(), texts: new Set() };
    for (const reading of readings) {
      if (current === null || !sourceIds.has(reading.sourceId)) throw explainUnknown(reading.sourceId);
      report(await writeSource(tx, reading, { names, changes }), reading);
    }
    if (current === null) throw new NoSnapshotError();
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
