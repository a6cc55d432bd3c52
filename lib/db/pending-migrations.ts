import type { Pool } from 'pg';
import type { Migration } from './migrate';

/** Names of the migrations that this database has not finished; all of them while it has no history at all. */
export async function listPendingMigrations(pool: Pool, migrations: readonly Migration[]): Promise<string[]> {
  const { rows: tables } = await pool.query<{ there: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "there"`);
  if (!tables[0]?.there) return migrations.map(({ name }) => name);
  const { rows } = await pool.query<{ migration_name: string }>(
    'SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
  );
  const done = new Set(rows.map((row) => row.migration_name));
  return migrations.flatMap(({ name }) => (done.has(name) ? [] : [name]));
}
