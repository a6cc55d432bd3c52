import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../lib/db/database';
import { allowRetry, type Migration, migrate, readMigrations } from '../../lib/db/migrate';
import { homes, type TestDatabase, useDatabase } from '../support/databases';

const shipped = readMigrations('prisma/migrations');

function aMigration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const withFunction = aMigration(
  '30000101000000_function',
  `CREATE TABLE made (n int);
   CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN n * 2; END; $$;
   INSERT INTO made VALUES (twice(21));`,
);
const broken = aMigration('30000102000000_broken', 'CREATE TABLE half (n int); INSERT INTO half VALUES (1); SELECT no_such_function();');

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
  });
  afterAll(() => database.drop());

  const exists = async (table: string): Promise<boolean> =>
    (await database.pool.query('SELECT to_regclass($1) IS NOT NULL AS "exists"', [table])).rows[0].exists;

  test('all migrations are applied once, and recorded as Prisma records them', async () => {
    expect(await migrate(database.pool, shipped)).toEqual(shipped.map(({ name }) => name));
    expect(await migrate(database.pool, shipped)).toEqual([]);
    const { rows } = await database.pool.query('SELECT * FROM "_prisma_migrations" ORDER BY "started_at"');
    expect(rows).toHaveLength(shipped.length);
    expect(rows[0]).toMatchObject({
      migration_name: shipped[0]!.name,
      checksum: shipped[0]!.checksum,
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(rows[0].id).toMatch(/^[0-9a-f-]{36}$/);
    expect(rows[0].finished_at).toBeInstanceOf(Date);
  });

  test('a file with a function body is sent whole', async () => {
    expect(await migrate(database.pool, [...shipped, withFunction])).toEqual([withFunction.name]);
    expect((await database.pool.query('SELECT n FROM made')).rows).toEqual([{ n: 42 }]);
  });

  test('a failing file leaves nothing, and no migration runs until it is retried', async () => {
    const all = [...shipped, withFunction, broken];
    await expect(migrate(database.pool, all)).rejects.toThrow(/30000102000000_broken failed and nothing of it was kept: .*no_such_function/);
    expect(await exists('half')).toBe(false);
    await expect(migrate(database.pool, [...shipped, withFunction])).rejects.toThrow(/30000102000000_broken failed earlier/);
    expect(await allowRetry(database.pool, 'another')).toBe(false);
    expect(await allowRetry(database.pool, broken.name)).toBe(true);
    const repaired = aMigration(broken.name, 'CREATE TABLE half (n int);');
    expect(await migrate(database.pool, [...shipped, withFunction, repaired])).toEqual([broken.name]);
    expect(await exists('half')).toBe(true);
    await database.pool.query('DELETE FROM "_prisma_migrations" WHERE "migration_name" = $1', [broken.name]);
  });

  test('a migration that was changed after it was applied is refused', async () => {
    const changed = { ...withFunction, checksum: '0'.repeat(64) };
    await expect(migrate(database.pool, [...shipped, changed])).rejects.toThrow('The migration 30000101000000_function was changed after it was applied');
  });

  test('an applied migration that has no file is refused: the database is newer', async () => {
    await expect(migrate(database.pool, shipped)).rejects.toThrow('belongs to a newer version');
  });

  test('a migration that another program left unfinished is refused', async () => {
    await database.pool.query(`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', 'x', '30000103000000_open')`);
    await expect(migrate(database.pool, [...shipped, withFunction])).rejects.toThrow('30000103000000_open failed earlier: it did not finish');
  });

  test('slugs are ordered by code units on every machine', async () => {
    const { rows } = await database.pool.query<{ column_name: string }>(
      `SELECT table_name || '.' || column_name AS column_name FROM information_schema.columns WHERE table_schema = 'public' AND collation_name = 'C'`,
    );
    const names = rows.map((row) => row.column_name);
    for (const name of ['Tool.slug', 'Tool.id', 'ToolAlias.alias', 'Listing.slug', 'Capability.id', 'ToolCapability.jobId']) expect(names).toContain(name);
  });
});

test.runIf(homes.includes('PostgreSQL'))('two servers that start at once apply each migration once', async () => {
  const database = await useDatabase('PostgreSQL');
  const second = await openDatabase(database.home);
  const applied = await Promise.all([migrate(database.pool, shipped), migrate(second.pool, shipped)]);
  expect(applied.flat()).toEqual(shipped.map(({ name }) => name));
  await second.close();
  await database.drop();
});
