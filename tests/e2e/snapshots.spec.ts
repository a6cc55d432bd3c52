import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { findServer, type TestServer } from '../support/postgres';
import { requestRaw } from '../support/raw-request';
import { readSnapshotId } from '../support/read-snapshot-id';
import { makeRollUp } from '../support/roll-up';
import { makeEnvironment, startReadySite, type TestSite } from '../support/server';
import { findShipped } from '../support/shipped-tools';

const timeout = 150_000;

/** A server on PostgreSQL, whose catalogue other processes change while it serves. */
test.describe.configure({ mode: 'serial', timeout });

/** A new snapshot is known everywhere this long after its commit. */
const knownWithinMs = 2_000;
const readers = 20;
const paths = [
  '/',
  '/tools',
  '/tools/sglang',
  '/tools/sglang.json',
  '/compare/sglang-vs-vllm',
  '/compare/sglang-vs-vllm.json',
  '/categories/inference-server',
  '/sources',
];

const name = `e2e_${randomUUID().replaceAll('-', '')}`;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let postgres: TestServer | null = null;
let folder = '';
let environment: Record<string, string> = {};
let site: TestSite;
const clients: Client[] = [];

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

async function readCurrent(client: Client): Promise<string> {
  const { rows } = await client.query<{ snapshotId: string }>('SELECT "snapshotId" FROM "CurrentSnapshot"');
  return (rows[0]?.snapshotId ?? '').slice(0, 12);
}

/** Changes the summary of SGLang in the overlay, for the next import. */
function writeOverlay(summary: string): void {
  const overlay = join(folder, 'overlay');
  mkdirSync(join(overlay, 'repository'), { recursive: true });
  writeFileSync(join(overlay, 'repository', 'sglang.json'), JSON.stringify({ ...findShipped('sglang'), summary }));
}

const runImport = () => promisify(execFile)(process.execPath, ['--import', 'tsx', join('lib', 'commands', 'import.ts')], { env: makeEnvironment(environment) });

/**
 * Has many readers ask for all pages while `change` commits a snapshot; says what they were shown before its writer began to make
 * it the current one, and after it was known to be. On a busy machine this process hears of it long after.
 */
async function readDuring(client: Client, change: () => Promise<unknown>): Promise<{ before: string; after: string; late: string[]; early: string[] }> {
  const before = await readCurrent(client);
  const shown: { began: number; ended: Date; id: string }[] = [];
  const state = { running: true };
  const reading = Array.from({ length: readers }, async (_, reader) => {
    for (let round = 0; state.running; round += 1) {
      const began = performance.now();
      const id = await readSnapshotId(site.address, paths[(reader + round) % paths.length] ?? '/');
      shown.push({ began, ended: new Date(), id });
      await wait(10);
    }
  });
  const changing = change();
  while ((await readCurrent(client)) === before) await wait(20);
  const committed = performance.now();
  await changing;
  await wait(Math.max(0, committed + knownWithinMs + 2_000 - performance.now()));
  state.running = false;
  await Promise.all(reading);
  const idsOf = (part: { id: string }[]): string[] => [...new Set(part.map(({ id }) => id))];
  const late = shown.filter(({ began }) => began > committed + knownWithinMs);
  expect(late.length).toBeGreaterThan(readers);
  const { rows } = await client.query<{ since: Date }>('SELECT "since" FROM "CurrentSnapshot"');
  const since = rows[0]?.since ?? new Date(0);
  return { before, after: await readCurrent(client), late: idsOf(late), early: idsOf(shown.filter(({ ended }) => ended < since)) };
}

test.beforeAll(async () => {
  // What is configured is for tests; the whole catalogue is imported here.
  test.setTimeout(timeout);
  postgres = await findServer();
  test.skip(postgres === null, 'There is no PostgreSQL here.');
  if (postgres === null) return;
  const admin = await connect(postgres.url);
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  folder = mkdtempSync(join(tmpdir(), 'unfragile-snapshots-'));
  environment = { DATABASE_URL: url.href, DATA_DIR: folder, CATALOG_OVERLAY: join(folder, 'overlay') };
  mkdirSync(environment.CATALOG_OVERLAY ?? '');
  site = await startReadySite(environment);
});

test.afterAll(async () => {
  await site?.stop();
  for (const client of clients.slice(1)) await client.end();
  await clients[0]?.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await clients[0]?.end();
  await postgres?.stop();
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

const connectHere = (): Promise<Client> => connect(environment.DATABASE_URL ?? '');

test('an import by another process is on every page within two seconds, and nothing older comes after', async () => {
  const client = await connectHere();
  for (const path of paths) expect(await readSnapshotId(site.address, path)).toBe(await readCurrent(client));
  writeOverlay('Changed by the overlay of this test.');
  const { before, after, early, late } = await readDuring(client, runImport);
  expect(after).not.toBe(before);
  expect(early).toEqual([before]);
  expect(late).toEqual([after]);
  expect((await requestRaw(site.address, '/tools/sglang')).text).toContain('Changed by the overlay of this test.');
});

test('the same import again changes nothing, and what is kept stays', async () => {
  const client = await connectHere();
  const before = await readCurrent(client);
  const { stdout } = await runImport();
  expect(stdout).toContain('have not changed');
  expect(await readCurrent(client)).toBe(before);
  await requestRaw(site.address, '/tools/sglang?again');
  await expect.poll(() => site.listRequests('/tools/sglang?again')).toMatchObject([{ cache: 'hit' }]);
});

test('a roll-up of counts is on every page within two seconds, and nothing older comes after', async () => {
  const client = await connectHere();
  const { before, after, late } = await readDuring(client, () => client.query(makeRollUp('a1a1a1a1a1a1a1a1', 4_711)));
  expect(after).not.toBe(before);
  expect(late).toEqual([after]);
  expect((await requestRaw(site.address, '/compare/sglang-vs-vllm')).text).toContain('4,711');
});

test('a page that was being rendered when the snapshot changed is not kept as one of the new', async () => {
  const [holder, client] = [await connectHere(), await connectHere()];
  const before = await readCurrent(client);
  const path = '/compare/milvus-vs-qdrant';
  const countWaiting = async (): Promise<number> => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS "count" FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = '${name}'`,
    );
    return rows[0]?.count ?? 0;
  };
  const shown: Promise<string>[] = [];
  await holder.query('BEGIN; LOCK TABLE "Source" IN ACCESS EXCLUSIVE MODE');
  try {
    shown.push(readSnapshotId(site.address, path));
    await expect.poll(countWaiting).toBe(1);
    await client.query(makeRollUp('b2b2b2b2b2b2b2b2', 1));
    await expect.poll(() => readSnapshotId(site.address, '/tools')).toBe('b2b2b2b2b2b2');
    // Who asks now does not get the rendering that has begun before.
    shown.push(readSnapshotId(site.address, path));
    await expect.poll(countWaiting).toBe(2);
  } finally {
    await holder.query('COMMIT');
    await Promise.allSettled(shown);
  }
  const [during, later] = await Promise.all(shown);
  expect([before, 'b2b2b2b2b2b2']).toContain(during);
  expect(later).toBe('b2b2b2b2b2b2');
  expect(await readSnapshotId(site.address, path)).toBe('b2b2b2b2b2b2');
  await expect.poll(() => site.listRequests(path).map(({ cache }) => cache)).toEqual(['miss', 'miss', 'hit']);
});

test('a restart begins with nothing kept, and serves what was imported meanwhile', async () => {
  const client = await connectHere();
  expect(await site.stop()).toEqual({ code: 0, signal: null });
  const before = await readCurrent(client);
  writeOverlay('Changed by an import while no server ran.');
  await runImport();
  const after = await readCurrent(client);
  expect(after).not.toBe(before);
  site = await startReadySite(environment);
  expect(await readSnapshotId(site.address, '/tools/sglang')).toBe(after);
  expect((await requestRaw(site.address, '/tools/sglang')).text).toContain('Changed by an import while no server ran.');
  await expect.poll(() => site.listRequests('/tools/sglang')).toMatchObject([{ cache: 'miss' }, { cache: 'hit' }]);
});

test('two servers on one database show the same snapshot, and both are ready', async () => {
  const client = await connectHere();
  const other = await startReadySite(environment);
  await client.query(makeRollUp('c3c3c3c3c3c3c3c3', 2));
  await wait(knownWithinMs);
  for (const { address } of [site, other]) expect(await readSnapshotId(address, '/tools/sglang')).toBe(await readCurrent(client));
  expect(await other.stop()).toEqual({ code: 0, signal: null });
});

test('kept pages are served while the database does not answer', async () => {
  const client = await connectHere();
  await requestRaw(site.address, '/tools/vllm');
  await client.query('BEGIN; LOCK TABLE "CurrentSnapshot" IN ACCESS EXCLUSIVE MODE');
  const began = performance.now();
  expect((await requestRaw(site.address, '/tools/vllm')).status).toBe(200);
  expect((await requestRaw(site.address, '/api/health')).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(500);
  await client.query('COMMIT');
  expect((await requestRaw(site.address, '/api/ready')).status).toBe(200);
});
