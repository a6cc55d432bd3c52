import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Database, openDatabase } from '../../lib/db/database';
import { migrateDatabase } from '../../lib/db/prepare';
import type { TestServer } from '../support/postgres';
import { makeFolder } from './temporary';

/** Opens a new database that is migrated and holds nothing else. */
export type OpenEmpty = () => Promise<Database>;

const quiet = (): void => {};

/** Embedded ones: copies of one folder, because making it takes longer than what is measured in it. */
export async function prepareEmbedded(): Promise<OpenEmpty> {
  const template = join(makeFolder(), 'pglite');
  const database = await openDatabase({ folder: template });
  await migrateDatabase(database, quiet);
  await database.close();
  return () => {
    const folder = join(makeFolder(), 'pglite');
    cpSync(template, folder, { recursive: true });
    return openDatabase({ folder });
  };
}

let last = 0;

/** A new database of a PostgreSQL server, named `unfragile_bench_1` and so on; it is dropped when the name comes again. Returns its address. */
export async function makeDatabase(server: TestServer): Promise<string> {
  last += 1;
  const name = `unfragile_bench_${last}`;
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** Migrated databases of a PostgreSQL server. */
export function preparePostgres(server: TestServer): OpenEmpty {
  return async () => {
    const database = await openDatabase({ url: await makeDatabase(server) });
    await migrateDatabase(database, quiet);
    return database;
  };
}
