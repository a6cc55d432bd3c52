import type { Catalogue } from '../catalog/check-records';
import type { Database } from './database';
import { type Changes, writeCatalogue } from './write-catalogue';
import { writeSnapshot } from './write-snapshot';

export type Imported = Changes & { snapshot: string; snapshotChanged: boolean };

/** Two servers that start at once import one after the other. Any number, but always this one. */
export const importLock = 1_970_169_441;

/** An import of tens of thousands of tools takes minutes. */
export const importTimeout = 30 * 60_000;

/**
 * Writes a checked catalogue, its ranks and its snapshot in one transaction: when anything fails, what was there
 * stays as it was. `fingerprint` is that of the files (lib/db/record-files.ts).
 */
export function importCatalog({ prisma }: Database, catalogue: Catalogue, fingerprint: string): Promise<Imported> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
      const changes = await writeCatalogue(tx, catalogue);
      const { id, changed } = await writeSnapshot(tx, fingerprint);
      return { ...changes, snapshot: id, snapshotChanged: changed };
    },
    { timeout: importTimeout },
  );
}
