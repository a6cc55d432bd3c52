import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TestServer } from './postgres';

/** A new empty database of a server; returns its address. */
export async function makeNewDatabase(server: TestServer): Promise<string> {
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
}
