import { parentPort, workerData } from 'node:worker_threads';
import type { FrontState } from './front';
import { type FrontOptions, openFront } from './front-server';
import { findThread } from './give-way';

/** Said once the port is had. `thread` as of `findThread`. */
export type Listening = { thread: number | null };

/** The thread that answers readers; lib/server/start-front.ts starts it and says what it has to know. */
async function run(options: FrontOptions): Promise<void> {
  const front = await openFront(options);
  parentPort?.on('message', async (said: FrontState | 'stop') => {
    if (said !== 'stop') return front.tell(said);
    await front.stop();
    parentPort?.close();
  });
  parentPort?.postMessage({ thread: findThread() } satisfies Listening);
}

run(workerData);
