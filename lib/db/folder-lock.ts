import { mkdirSync, readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { findProcessStart, isRunning } from './process-start';

const holder = z.object({ pid: z.int(), started: z.string().nullable(), host: z.string(), since: z.string() });
type Holder = z.infer<typeof holder>;

/** Another machine's processes cannot be seen: its lock counts while it is touched. */
const touchEveryMs = 10_000;
const untouchedMs = 60_000;
/** How long a lock without readable content may be one that is just being written. */
const beingWrittenMs = 5_000;

/** The folder is open in another process; the message says which and what to do. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError';
}

/**
 * Takes the exclusive lock of a database folder, a file beside it, and returns the function that releases it.
 * PGlite has no lock of its own, and two processes in one folder lose rows without an error.
 */
export function acquireFolderLock(folder: string): () => void {
  const path = `${folder}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  const text = JSON.stringify({ pid: process.pid, started: findProcessStart(process.pid), host: hostname(), since: new Date().toISOString() } satisfies Holder);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (create(path, text)) return keep(path, text);
    const found = read(path);
    if (found === null) continue;
    if (!isStale(path, found)) throw new FolderInUseError(describe(folder, path, found));
    removeStale(path, found);
  }
  throw new FolderInUseError(`The lock ${path} keeps changing: several processes are opening ${folder} at once. Start only one of them.`);
}

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw new Error(`The lock ${path} cannot be written. Check that the folder is writable, or set DATA_DIR to one that is.`, { cause: error });
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // half written
  }
}

function isStale(path: string, text: string): boolean {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const found = parseHolder(text);
  if (found === null) return age > beingWrittenMs;
  if (found.host !== hostname()) return age > untouchedMs;
  if (!isRunning(found.pid)) return true;
  const started = findProcessStart(found.pid);
  return started !== null && found.started !== null && started !== found.started;
}

/** Two openers may both see a stale lock: each moves what it finds aside, and gives back what was not the stale one. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readFileSync(/* turbopackIgnore: true */ aside, 'utf8');
  if (moved !== stale) create(path, moved);
  unlinkSync(aside);
}

function keep(path: string, text: string): () => void {
  const touch = setInterval(() => {
    const now = new Date();
    if (read(path) === text) utimesSync(path, now, now);
  }, touchEveryMs);
  touch.unref();
  const release = (): void => {
    clearInterval(touch);
    process.off('exit', release);
    if (read(path) === text) unlinkSync(path);
  };
  process.on('exit', release);
  return release;
}

function describe(folder: string, path: string, text: string): string {
  const found = parseHolder(text);
  const who = found === null ? 'another process that is just starting' : `process ${found.pid} on ${found.host} (since ${found.since})`;
  return `The embedded database in ${folder} is in use by ${who}. Stop that process and try again, or set DATABASE_URL to a PostgreSQL server, which several processes can share. If no such process exists any more, delete ${path}.`;
}
