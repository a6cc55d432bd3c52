import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../lib/db/migrate';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { diffSchema } from '../support/schema-engine';

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

  test('a difference is seen', async () => {
    await database.pool.query('ALTER TABLE "Tool" DROP COLUMN "pickFor"');
    expect(await diffSchema(database.pool, 'prisma/schema.prisma')).toContain('ADD COLUMN     "pickFor" TEXT NOT NULL');
  });
});
