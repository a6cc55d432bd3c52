import { join } from 'node:path';
import { getDatabase } from '../db/database';
import { readMigrations } from '../db/migrate';
import { listPendingMigrations } from '../db/pending-migrations';
import { findSnapshot } from '../db/read-snapshot';

export type ReadyState = { status: 'ready'; snapshot: string } | { status: 'starting' | 'unreachable'; reason: string };

/** Whether pages can be served now, and if not, why. */
export async function checkReady(): Promise<ReadyState> {
  try {
    const { prisma, pool } = await getDatabase();
    const pending = await listPendingMigrations(pool, readMigrations(join(process.cwd(), 'prisma', 'migrations')));
    if (pending.length > 0) return { status: 'starting', reason: `Migrations are not applied yet: ${pending.join(', ')}.` };
    const snapshot = await findSnapshot(prisma);
    return snapshot === null ? { status: 'starting', reason: 'No catalogue is loaded yet.' } : { status: 'ready', snapshot: snapshot.id };
  } catch {
    return { status: 'unreachable', reason: 'The database does not answer. The log says why.' };
  }
}
