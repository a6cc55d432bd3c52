import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { requestRaw } from './raw-request';

const root = join(__dirname, '..', '..');
const door = join(__dirname, 'sql-door.mjs');
/** A first start imports the catalogue, which takes this long only where everything else is busy too. */
export const startWithinMs = 180_000;

const logLine = z.looseObject({ message: z.string() });
const requestLine = z.object({
  message: z.literal('request'),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  cache: z.enum(['hit', 'miss', 'none']),
  ms: z.number(),
  queryMs: z.number(),
  queries: z.number(),
  id: z.string(),
});
const answered = z.object({ number: z.number(), rows: z.array(z.record(z.string(), z.unknown())) });

export type RequestLine = z.infer<typeof requestLine>;
export type Ended = { code: number | null; signal: NodeJS.Signals | null };

export type TestSite = {
  address: string;
  pid: number;
  /** The log lines of requests so far, oldest first; of one path when it is given. A line is written after its answer is sent. */
  listRequests: (path?: string) => RequestLine[];
  /** What was written to stderr so far. */
  readErrors: () => string;
  /** Runs SQL through the server's own database. */
  query: (sql: string) => Promise<Record<string, unknown>[]>;
  ended: Promise<Ended>;
  /** Sends SIGTERM and waits for the end. */
  stop: () => Promise<Ended>;
};

export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

/** The environment of a server or command under test: this process's own, without what would lead it to another database. */
export function makeEnvironment(given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, CATALOG_OVERLAY: _overlay, ...kept } = process.env;
  return { ...kept, NODE_ENV: 'production', LOG_LEVEL: 'info', ...given };
}

/** Starts the built site as a process of its own, and does not wait until it is ready. */
export async function startSite(given: Readonly<Record<string, string>>): Promise<TestSite> {
  const port = await findPort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', door, join('lib', 'commands', 'serve.ts')], {
    cwd: root,
    env: makeEnvironment({ PORT: String(port), SITE_URL: address, ...given }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = { out: '', errors: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.errors += text;
  });
  const ended = new Promise<Ended>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  return {
    address,
    pid: child.pid ?? 0,
    listRequests: (path) => parseRequests(output.out).filter((line) => path === undefined || line.path === path),
    readErrors: () => output.errors,
    query: makeQuery(child),
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Starts a site and waits until it serves pages. */
export async function startReadySite(given: Readonly<Record<string, string>>): Promise<TestSite> {
  const site = await startSite(given);
  const began = performance.now();
  let hasEnded = false;
  void site.ended.then(() => {
    hasEnded = true;
  });
  while (!(await isReady(site))) {
    if (hasEnded || performance.now() - began > startWithinMs) {
      await site.stop();
      throw new Error(`The server did not become ready: ${site.readErrors()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return site;
}

async function isReady({ address }: TestSite): Promise<boolean> {
  try {
    return (await requestRaw(address, '/api/ready')).status === 200;
  } catch {
    return false; // it does not listen yet
  }
}

function parseRequests(output: string): RequestLine[] {
  return output.split('\n').flatMap((text) => {
    if (!text.startsWith('{')) return [];
    const line = logLine.parse(JSON.parse(text));
    return line.message === 'request' ? [requestLine.parse(line)] : [];
  });
}

function makeQuery(child: ChildProcess): TestSite['query'] {
  let last = 0;
  return (sql) => {
    last += 1;
    const number = last;
    return new Promise((resolve) => {
      const onMessage = (message: unknown): void => {
        const answer = answered.parse(message);
        if (answer.number !== number) return;
        child.off('message', onMessage);
        resolve(answer.rows);
      };
      child.on('message', onMessage);
      child.send({ number, sql });
    });
  };
}
