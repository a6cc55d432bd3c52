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
export async function importCatalog({ prisma, pool, embedded }: Database, catalogue: Catalogue, fingerprint: string): Promise<Imported> {
  const { pruned, ...imported } = await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
      const { changes, texts } = await writeCatalogue(tx, catalogue);
      const { id, changed, pruned } = await writeSnapshot(tx, fingerprint, { facts: 'all', texts });
      return { ...changes, snapshot: id, snapshotChanged: changed, pruned };
    },
    { timeout: importTimeout },
  );
  if (embedded && pruned > 0) await tidyEmbedded(pool);
  return imported;
}

/** Gives the room of deleted rows back to those that come: a server does so by itself, the embedded database has nobody who would. */
export async function tidyEmbedded(pool: Database['pool']): Promise<void> {
  await pool.query('VACUUM "Listing", "ListColumns", "Snapshot"');
}
