import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../lib/db/migrate';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { deployMigrations, diffSchema } from '../support/schema-engine';

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrate(database.pool, readMigrations('prisma/migrations'));
  });
  afterAll(() => database.drop());

  test('the migrations make the database that schema.prisma describes', async () => {
    expect(await diffSchema(database.pool, 'prisma/schema.prisma')).toBe('');
  });

  test("Prisma's own engine finds our history in order, with nothing left to apply", async () => {
    expect(await deployMigrations(database.pool, 'prisma/migrations')).toEqual({ applied: [], failed: [], edited: [] });
    await database.pool.query(`UPDATE "_prisma_migrations" SET "checksum" = repeat('0', 64)`);
    expect((await deployMigrations(database.pool, 'prisma/migrations')).edited).toHaveLength(readMigrations('prisma/migrations').length);
  });

  test("our runner finds the history of Prisma's engine in order", async () => {
    const other = await useDatabase(home);
    const names = readMigrations('prisma/migrations').map(({ name }) => name);
    expect((await deployMigrations(other.pool, 'prisma/migrations')).applied).toEqual(names);
    expect(await migrate(other.pool, readMigrations('prisma/migrations'))).toEqual([]);
    await other.drop();
  });

  test('a difference is seen', async () => {
    await database.pool.query('ALTER TABLE "Tool" DROP COLUMN "pickFor"');
    expect(await diffSchema(database.pool, 'prisma/schema.prisma')).toContain('ADD COLUMN     "pickFor" TEXT NOT NULL');
  });
});
