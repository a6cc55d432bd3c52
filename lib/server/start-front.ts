import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FrontOptions, RunningFront } from './front-server';
import type { Listening } from './front-thread';

/**
 * Starts the front in a thread of its own, so that stored pages are sent while this one renders. Rejects when its port
 * cannot be had; `whenBroken` is called when it fails later, after which nobody answers readers.
 */
export async function startFront(options: FrontOptions, whenBroken: (error: unknown) => void): Promise<RunningFront & Listening> {
  // From the working directory: bundlers leave a path alone that they cannot see.
  const path = join(process.cwd(), 'lib', 'server', 'front-thread.ts');
  // With `--import tsx`, as the process itself is started, Node 20 does not know what a .ts is when a thread begins with it.
  const worker = new Worker(path, { workerData: options, execArgv: ['--require', 'tsx/cjs'] });
  const [{ thread }] = (await once(worker, 'message')) as [Listening];
  worker.on('error', whenBroken);
  return {
    thread,
    tell: (state) => worker.postMessage(state),
    stop: async () => {
      const ended = once(worker, 'exit');
      worker.postMessage('stop');
      await ended;
    },
  };
}
