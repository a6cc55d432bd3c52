import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../lib/db/database';
import { isOutOfTime } from '../../lib/db/read-snapshot';
import { type TestDatabase, useDatabase } from '../support/databases';

let database: TestDatabase;
beforeAll(async () => {
  database = await useDatabase('PGlite');
});
afterAll(() => database.drop());

/** The longest time that this thread could not answer while something ran. */
async function measureDelay(run: () => Promise<unknown>): Promise<{ ms: number; longestDelayMs: number }> {
  const every = 5;
  let longestDelayMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestDelayMs = Math.max(longestDelayMs, now - last - every);
    last = now;
  }, every);
  const began = performance.now();
  await run();
  clearInterval(timer);
  return { ms: performance.now() - began, longestDelayMs };
}

test.each(['SELECT pg_sleep(1)', 'SELECT count(*) FROM generate_series(1, 3000000)'])('%s does not hold up this thread', async (query) => {
  const { ms, longestDelayMs } = await measureDelay(() => database.pool.query(query));
  expect(ms).toBeGreaterThan(300);
  // On PGlite's own thread it would be the whole query; what is left is a busy machine.
  expect(longestDelayMs).toBeLessThan(ms / 3);
});

test('an error in one query leaves the connection fit for the next', async () => {
  await expect(database.pool.query('SELECT 1/0')).rejects.toThrow('division by zero');
  await expect(database.prisma.$queryRaw`SELECT nothing`).rejects.toThrow();
  expect((await database.pool.query('SELECT $1::text AS "text"', ['ü€😀'])).rows).toEqual([{ text: 'ü€😀' }]);
});

test('a transaction that gets no connection in time is told apart from what is wrong with a query', async () => {
  const held = database.prisma.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(0.5)::text`);
  const late = await database.prisma.$transaction(async () => 'begun', { maxWait: 50 }).catch((error: unknown) => error);
  expect([late, isOutOfTime(late)]).toEqual([expect.any(Error), true]);
  await held;
  const wrong = await database.prisma.$queryRaw`SELECT nothing`.catch((error: unknown) => error);
  expect([wrong, isOutOfTime(wrong)]).toEqual([expect.any(Error), false]);
  expect(await database.prisma.$transaction(async () => 'begun')).toBe('begun');
});

test('an answer of many megabytes arrives whole', async () => {
  const { rows } = await database.pool.query(`SELECT repeat('x', 100000) AS "text" FROM generate_series(1, 200)`);
  expect(rows).toHaveLength(200);
  expect(rows.every(({ text }) => text.length === 100_000)).toBe(true);
});

test('a transaction that its owner abandons does not reach the next connection', async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await client.query('CREATE TABLE abandoned (n int)');
  client.release(true);
  expect((await database.pool.query(`SELECT to_regclass('abandoned') AS "table"`)).rows).toEqual([{ table: null }]);
});

test('many queries at once are answered in their own order', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => database.pool.query('SELECT $1::int AS n', [n])));
  expect(answers.map(({ rows }) => rows[0].n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
});

test('a first start that was interrupted is begun anew', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'unfragile-first-'));
  const folder = join(parent, 'pglite');
  mkdirSync(`${folder}.new`);
  writeFileSync(join(`${folder}.new`, 'PG_VERSION'), 'half');
  const first = await openDatabase({ folder });
  expect((await first.pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  expect(readdirSync(parent).sort()).toEqual(['pglite', 'pglite.lock']);
  await first.close();
  expect(readdirSync(parent)).toEqual(['pglite']);
  rmSync(parent, { recursive: true });
});

test('a folder that is no database is refused with a sentence, and not locked for ever', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'unfragile-other-'));
  const folder = join(parent, 'pglite');
  mkdirSync(folder);
  writeFileSync(join(folder, 'PG_VERSION'), '9\n');
  await expect(openDatabase({ folder })).rejects.toThrow(`The embedded database in ${folder} did not open.`);
  expect(readdirSync(parent)).toEqual(['pglite']);
  rmSync(parent, { recursive: true });
});
