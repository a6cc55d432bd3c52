import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Database, type DatabaseHome, openDatabase } from '../../lib/db/database';

export type Home = 'PGlite' | 'PostgreSQL';

/** The databases that every suite runs on: `describe.each(homes)`. */
export const homes: Home[] = inject('postgres') === null ? ['PGlite'] : ['PGlite', 'PostgreSQL'];

async function run(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgres') ?? undefined });
  await client.connect();
  await client.query(sql);
  await client.end();
}

export type TestHome = { home: DatabaseHome; remove: () => Promise<void> };

/** A new empty database that nothing else uses. */
export async function makeHome(home: Home): Promise<TestHome> {
  if (home === 'PGlite') {
    const parent = mkdtempSync(join(tmpdir(), 'unfragile-test-'));
    const folder = join(parent, 'pglite');
    cpSync(inject('embeddedTemplate'), folder, { recursive: true });
    return { home: { folder }, remove: async () => rmSync(parent, { recursive: true, force: true }) };
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(inject('postgres') ?? '');
  url.pathname = `/${name}`;
  return { home: { url: url.href }, remove: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

export type TestDatabase = Database & {
  home: DatabaseHome;
  /** Closes the database and removes it. */
  drop: () => Promise<void>;
};

/** Opens a new empty database as the one that getDatabase() gives. */
export async function useDatabase(kind: Home): Promise<TestDatabase> {
  const { home, remove } = await makeHome(kind);
  const database = await openDatabase(home);
  globalThis.unfragileDatabase = Promise.resolve(database);
  const drop = async (): Promise<void> => {
    await database.close();
    await remove();
  };
  return { ...database, home, drop };
}
