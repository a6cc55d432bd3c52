import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { type ClientBase, Pool, type PoolConfig } from 'pg';
import { getConfig } from '../config';
import { openEmbedded } from './embedded';
import { Prisma, PrismaClient } from './generated/client';

export type Database = {
  prisma: PrismaClient;
  /** For what Prisma cannot do: a whole migration file as one query. */
  pool: Pool;
  embedded: boolean;
  close: () => Promise<void>;
};

/** Where the database is: the address of a PostgreSQL server, or a folder for the embedded one (null: in memory). */
export type DatabaseHome = { url: string } | { folder: string | null };

/** A transaction waits for a connection this long: the embedded database has one, and an import may hold it. */
const transactionOptions = { maxWait: 60_000, timeout: 60_000 } as const;

/** Statements of few different texts that pages and searches run may begin with this, where planning them takes as long as running them, or longer. */
export const planOnce = Prisma.raw('/* plan once */');

/** A name keeps a statement's plan on its connection; statements without one are planned each time, as their number has no bound. */
const nameStatement = ({ sql }: { sql: string }): string =>
  sql.trimStart().startsWith(planOnce.sql) ? createHash('sha256').update(sql).digest('hex').slice(0, 32) : '';

/** PostgreSQL compiles what it guesses to be long: compiling a statement of ours takes longer than running it, a search twice and an import three times as long. */
const forgoCompiling = (client: ClientBase): Promise<unknown> => client.query('SET jit = off');

/** Opens a database. Whoever opens it closes it. */
export async function openDatabase(home: DatabaseHome): Promise<Database> {
  const embedded = 'url' in home ? null : await openEmbedded(home.folder);
  const config: PoolConfig =
    'url' in home
      ? { connectionString: home.url, max: 10, application_name: 'unfragile', onConnect: forgoCompiling }
      : { stream: embedded?.connect, max: 1, idleTimeoutMillis: 0, ssl: false, host: 'embedded', user: 'postgres', database: 'postgres' };
  const pool = new Pool(config);
  // An idle connection that the server dropped: the pool has removed it, and the next query opens another.
  pool.on('error', (error) => process.emitWarning(error));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameStatement }), transactionOptions });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await pool.end();
    await embedded?.close();
  };
  return { prisma, pool, embedded: embedded !== null, close };
}

declare global {
  /** The server's bundles each hold a copy of this module, but a folder can be opened only once: the database is shared here. */
  var unfragileDatabase: Promise<Database> | undefined;
}

/** The database of the configuration, opened on first use and shared by everything in this process. */
export function getDatabase(): Promise<Database> {
  const { databaseUrl, dataDir } = getConfig();
  globalThis.unfragileDatabase ??= openDatabase(databaseUrl === null ? { folder: join(dataDir, 'pglite') } : { url: databaseUrl }).catch((error) => {
    globalThis.unfragileDatabase = undefined;
    throw error;
  });
  return globalThis.unfragileDatabase;
}

/** Closes the shared database, when it is open; the next use opens it again. */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.unfragileDatabase;
  globalThis.unfragileDatabase = undefined;
  await (await open)?.close();
}
