import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';

export type TestServer = { url: string; stop: () => Promise<void> };

const program = process.platform === 'win32' ? 'postgres.exe' : 'postgres';
const startWithinMs = 30_000;

/** Folders with PostgreSQL's programs: what is in PATH, then where Debian and Homebrew keep them, the newest first. */
function listFolders(): string[] {
  const inside = (parent: string, child: string): string[] =>
    existsSync(parent)
      ? readdirSync(parent)
          .filter((name) => /^(postgresql(@\d+)?|\d+)$/.test(name))
          .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
          .map((name) => join(parent, name, child))
      : [];
  return [
    ...(process.env.PATH ?? '').split(delimiter),
    ...inside('/usr/lib/postgresql', 'bin'),
    ...inside('/opt/homebrew/opt', 'bin'),
    ...inside('/usr/local/opt', 'bin'),
  ];
}

/** PostgreSQL refuses to run as root: another user that this system has. */
function findUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const read = (option: string, name: string): number => Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: read('-u', name), gid: read('-g', name) };
    } catch {
      // no such user here: try the next
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody". Run the tests as another user.');
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

async function waitFor(url: string, hasEnded: () => string | null): Promise<void> {
  const began = performance.now();
  for (;;) {
    const ended = hasEnded();
    if (ended !== null) throw new Error(`PostgreSQL ended while starting: ${ended}`);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (performance.now() - began > startWithinMs) throw new Error('PostgreSQL did not start in time.', { cause });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Starts a PostgreSQL of its own from local programs, in a temporary folder; null where there are none. */
async function startServer(): Promise<TestServer | null> {
  const bin = listFolders().find((folder) => existsSync(join(folder, program)) && existsSync(join(folder, program.replace('postgres', 'initdb'))));
  if (bin === undefined) return null;
  const user = findUser();
  const folder = mkdtempSync(join(tmpdir(), 'unfragile-postgres-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = user ?? {};
  const cluster = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...as, cwd: folder, stdio: 'ignore' });
  const port = await findPort();
  const sockets = process.platform === 'win32' ? [] : ['-k', folder];
  const server = spawn(join(bin, program), ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', ...sockets], {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2_000);
  });
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitFor(url, () => (server.exitCode === null ? null : errors));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/**
 * A PostgreSQL server for tests: TEST_DATABASE_URL (a user that may create databases), else one that is started here,
 * else null, said in one line. With CI=true there must be one.
 */
export async function findServer(): Promise<TestServer | null> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const started = await startServer();
  if (started !== null) return started;
  if (process.env.CI === 'true')
    throw new Error('There is no PostgreSQL for the tests: install one (Debian: apt-get install postgresql), or set TEST_DATABASE_URL.');
  process.stdout.write('PostgreSQL was not found, so its suite was not run. Install one, or set TEST_DATABASE_URL.\n');
  return null;
}
