import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../lib/db/database';
import { acquireFolderLock } from '../../lib/db/folder-lock';
import { makeHome } from '../support/databases';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'unfragile-lock-'));
  folder = join(parent, 'pglite');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Another process that has the folder open. */
async function startHolder(held: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/hold-database.ts', held], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await once(child, 'exit');
}

/** A lock as a process of this machine leaves it when it is killed. */
const writeLock = (content: object): void =>
  writeFileSync(`${folder}.lock`, JSON.stringify({ host: hostname(), since: '2026-11-01T00:00:00.000Z', started: null, ...content }));

test('a second process is refused with a sentence, and a signal or a crash of the first frees the folder', async () => {
  const { home, remove } = await makeHome('PGlite');
  const held = 'folder' in home && home.folder !== null ? home.folder : '';
  const first = await startHolder(held);
  await expect(openDatabase(home)).rejects.toThrow(`The embedded database in ${held} is in use by process ${first.pid} on ${hostname()}`);
  await expect(openDatabase(home)).rejects.toThrow('set DATABASE_URL to a PostgreSQL server');
  await stop(first, 'SIGTERM');
  expect(first.signalCode).toBe('SIGTERM');
  expect(existsSync(`${held}.lock`)).toBe(false);

  const second = await startHolder(held);
  await stop(second, 'SIGKILL');
  expect(existsSync(`${held}.lock`)).toBe(true);
  const database = await openDatabase(home);
  expect((await database.pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  await expect(openDatabase(home)).rejects.toThrow(`in use by process ${process.pid}`);
  await database.close();
  expect(existsSync(`${held}.lock`)).toBe(false);
  await remove();
});

test('the lock of a process that is gone is taken over', () => {
  writeLock({ pid: 2 ** 22 + 12_345 });
  const release = acquireFolderLock(folder);
  expect(JSON.parse(readFileSync(`${folder}.lock`, 'utf8')).pid).toBe(process.pid);
  release();
  expect(existsSync(`${folder}.lock`)).toBe(false);
});

test.runIf(process.platform === 'linux' || process.platform === 'darwin')('the lock of a process whose pid another one got is taken over', () => {
  writeLock({ pid: process.ppid, started: 'long ago' });
  acquireFolderLock(folder)();
});

test('the lock of a process on another machine counts while it is touched', () => {
  writeLock({ pid: 1, host: 'elsewhere' });
  expect(() => acquireFolderLock(folder)).toThrow('in use by process 1 on elsewhere');
  const twoMinutesAgo = new Date(Date.now() - 120_000);
  utimesSync(`${folder}.lock`, twoMinutesAgo, twoMinutesAgo);
  acquireFolderLock(folder)();
});

test('a lock that is just being written is respected, an old empty one is not', () => {
  writeFileSync(`${folder}.lock`, '');
  expect(() => acquireFolderLock(folder)).toThrow('another process that is just starting');
  const tenSecondsAgo = new Date(Date.now() - 10_000);
  utimesSync(`${folder}.lock`, tenSecondsAgo, tenSecondsAgo);
  acquireFolderLock(folder)();
});
