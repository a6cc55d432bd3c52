import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const result = z.object({ latencies: z.array(z.number()), refused: z.number(), bytes: z.number(), seconds: z.number() });

/** `latencies` in milliseconds, a number for each answer; `refused` counts those that were told to come back later. */
export type LoadResult = z.infer<typeof result>;

export type Load = {
  address: string /** One, or several to be asked for in turns. */;
  path: string | readonly string[];
  accept?: string;
  connections?: number;
  ms?: number;
  pauseMs?: number;
  /** What still waits when `ms` are over is waited for, unless it is left. */
  atEnd?: 'leave' | 'wait';
  /** 503 with Retry-After is an answer too; without it, whatever is not a 200 ends the load. */
  mayRefuse?: boolean;
};

export type LoadGenerator = {
  run: (load: Load) => Promise<LoadResult>;
  /** Has it go before everything else on this machine, as if it ran on one of its own: it then waits for answers alone. False where the system forbids that. */
  goFirst: () => boolean;
  stop: () => void;
};

/** Starts the process that makes load; it runs one load at a time. */
export function startLoadGenerator(): LoadGenerator {
  const child: ChildProcess = fork(join(__dirname, 'load-child.ts'));
  const ended = once(child, 'exit').then(() => {
    throw new Error('The load generator ended; what it printed says why.');
  });
  ended.catch(() => {}); // told to whoever waits for a result
  const run = async ({
    accept = 'identity',
    connections = 10,
    ms = 1_000,
    pauseMs = 0,
    atEnd = 'wait',
    mayRefuse = false,
    path,
    address,
  }: Load): Promise<LoadResult> => {
    child.send({ accept, connections, ms, pauseMs, atEnd, mayRefuse, address, paths: [path].flat() });
    const [message] = await Promise.race([once(child, 'message'), ended]);
    return result.parse(message);
  };
  const goFirst = (): boolean => {
    try {
      execFileSync('chrt', ['-a', '-f', '-p', '1', String(child.pid)], { stdio: 'ignore' });
      return true;
    } catch {
      return false; // only root may
    }
  };
  return { run, goFirst, stop: () => child.disconnect() };
}

export const perSecond = ({ latencies, seconds }: LoadResult): number => latencies.length / seconds;
