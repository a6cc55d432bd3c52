import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { MessageChannel, Worker } from 'node:worker_threads';
import { createPortStream } from './embedded-stream';
import { acquireFolderLock } from './folder-lock';

export type Embedded = {
  /** A stream for one connection of node-postgres. There is one backend: a second connection waits for the first to end. */
  connect: () => Duplex;
  close: () => Promise<void>;
};

/** How long a signal waits for a running query before the process ends without a clean close; PostgreSQL's log repairs that. */
const closeWithinMs = 5_000;

/** Opens PGlite in a worker thread: in `folder`, locked for this process, or in memory when it is null. */
export async function openEmbedded(folder: string | null): Promise<Embedded> {
  const path = folder === null ? null : resolve(folder);
  const release = path === null ? () => {} : acquireFolderLock(path);
  try {
    if (path !== null && !existsSync(path)) await makeFolder(path);
    return runEmbedded(await startWorker(path), release);
  } catch (cause) {
    release();
    throw new Error(
      `The embedded database in ${path ?? 'memory'} did not open. If its folder comes from another version, export from there and restore here.`,
      { cause },
    );
  }
}

/** From the working directory: bundlers leave a path alone that they cannot see. */
async function startWorker(folder: string | null): Promise<Worker> {
  const worker = new Worker(join(process.cwd(), 'lib', 'db', 'embedded-worker.mjs'), { workerData: { folder } });
  await once(worker, 'message');
  return worker;
}

/**
 * Makes a database folder in a worker of its own, which gives back the 200 MB and more that making it takes, and
 * under another name, so that an interrupted first start leaves nothing that looks like a database.
 */
async function makeFolder(path: string): Promise<void> {
  const unfinished = `${path}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const worker = await startWorker(unfinished);
  worker.postMessage('close');
  await once(worker, 'exit');
  renameSync(unfinished, path);
}

function runEmbedded(worker: Worker, release: () => void): Embedded {
  const streams = new Set<Duplex>();
  let failure: Error | null = null;
  worker.unref();
  worker.on('error', (cause) => {
    failure = new Error('The embedded database stopped. Start this process again.', { cause });
  });
  worker.on('exit', () => {
    for (const stream of streams) stream.destroy(failure ?? undefined);
    release();
  });
  const connect = (): Duplex => {
    if (failure !== null) throw failure;
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ port: port2 }, [port2]);
    const stream = createPortStream(port1);
    streams.add(stream);
    stream.once('close', () => streams.delete(stream));
    return stream;
  };
  let closing: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    forgetSignals();
    worker.ref();
    worker.postMessage('close');
    await once(worker, 'exit');
  };
  const close = (): Promise<void> => {
    closing ??= stop();
    return closing;
  };
  const forgetSignals = closeOnSignals(close);
  return { connect, close };
}

/** When nobody else in this process handles a signal, the database is closed before the process ends by it. */
function closeOnSignals(close: () => Promise<void>): () => void {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  const onSignal = (signal: NodeJS.Signals): void => {
    // A server that handles it shuts down in its own order; the lock goes when its process exits.
    if (process.listenerCount(signal) > 1) return;
    const end = (): void => {
      process.off(signal, onSignal);
      process.kill(process.pid, signal);
    };
    setTimeout(end, closeWithinMs).unref();
    close().then(end, end);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}
