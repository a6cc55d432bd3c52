import { join } from 'node:path';
import { getDatabase } from './database';
import { readMigrations } from './migrate';

export type DatabaseState = { type: 'ready'; snapshot: string } | { type: 'unreachable' | 'not-migrated' | 'empty' };

/** Whether pages can be read: the database answers, every migration is applied, a catalogue is loaded. */
export async function checkDatabase(): Promise<DatabaseState> {
  const names = readMigrations(join(process.cwd(), 'prisma', 'migrations')).map(({ name }) => name);
  try {
    const { prisma } = await getDatabase();
    const [history] = await prisma.$queryRaw<{ exists: boolean }[]>`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "exists"`;
    if (!history?.exists) return { type: 'not-migrated' };
    const applied = await prisma.$queryRaw<{ name: string }[]>`
      SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
    if (!names.every((name) => applied.some((row) => row.name === name))) return { type: 'not-migrated' };
    const current = await prisma.currentSnapshot.findFirst({ select: { snapshotId: true } });
    return current === null ? { type: 'empty' } : { type: 'ready', snapshot: current.snapshotId };
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error), { code: 'UNFRAGILE_DATABASE' });
    return { type: 'unreachable' };
  }
}
