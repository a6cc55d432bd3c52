import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';

export type Migration = { name: string; sql: string; checksum: string };

type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null; logs: string | null };

/** Prisma's own number: our runner and `prisma migrate deploy` keep out of each other's way. */
const lockNumber = 72_707_369;

/** Prisma's own table, so that both can read the history. */
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** The migrations of a folder in Prisma's layout, oldest first. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    });
}

/** Why the history in the database and the files do not belong together, in one sentence; null when they do. */
export function findConflict(applied: readonly AppliedRow[], migrations: readonly Migration[]): string | null {
  for (const row of applied) {
    const name = row.migration_name;
    if (row.finished_at === null) {
      const reason = row.logs?.split('\n')[0] ?? 'it did not finish';
      return `The migration ${name} failed earlier: ${reason}. Correct the cause, then run "npm run db:migrate -- --retry ${name}".`;
    }
    const file = migrations.find((each) => each.name === name);
    if (file === undefined)
      return `The migration ${name} is applied to this database but missing from prisma/migrations: the database belongs to a newer version. Use that version, or restore a backup.`;
    if (file.checksum !== row.checksum)
      return `The migration ${name} was changed after it was applied. Undo the change in its migration.sql and write a new migration instead.`;
  }
  return null;
}

/**
 * Applies what is missing, each file as one query in one transaction together with its row in the history.
 * Returns the names applied. Throws a sentence, and applies nothing, when history and files do not fit.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[], log: (line: string) => void = () => {}): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    await client.query(historyTable);
    const { rows } = await client.query<AppliedRow>('SELECT * FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at"');
    const conflict = findConflict(rows, migrations);
    if (conflict !== null) throw new Error(conflict);
    const done = new Set(rows.map((row) => row.migration_name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) {
      log(`migration ${migration.name} …`);
      await apply(client, migration);
    }
    return missing.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lockNumber]).finally(() => client.release());
  }
}

/** Success is recorded in the migration's own transaction: an interrupted one leaves no trace and runs again. */
async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [id, checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    const reason = cause instanceof Error ? cause.message : String(cause);
    await client.query('INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "logs") VALUES ($1, $2, $3, $4)', [id, checksum, name, reason]);
    throw new Error(
      `The migration ${name} failed and nothing of it was kept: ${reason}. Correct the cause, then run "npm run db:migrate -- --retry ${name}".`,
      { cause },
    );
  }
}

/** Marks a failed migration as rolled back, as `prisma migrate resolve` does, so that it runs again. False: there is no such failure. */
export async function allowRetry(pool: Pool, name: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = $1 AND "finished_at" IS NULL AND "rolled_back_at" IS NULL',
    [name],
  );
  return (rowCount ?? 0) > 0;
}
