import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Of the processor's time that both want, a thread that gives way gets about a tenth. */
const niceness = 10;

const threads = '/proc/self/task';

/** The number that Linux knows the calling thread by; null on other systems. */
export const findThread = (): number | null => (process.platform === 'linux' ? Number(basename(readlinkSync('/proc/thread-self'))) : null);

/**
 * A lower priority is for systems without `chrt`: since Linux 6.6 it says who gets more time, not who goes first, and what was
 * just woken waits for up to 4 ms. Threads of the idle class are interrupted at once (sched(7), SCHED_IDLE). Returns why it
 * could not be done; null also for a thread that has ended meanwhile.
 */
async function makeIdle(thread: number): Promise<unknown> {
  try {
    setPriority(thread, Math.max(getPriority(thread), niceness));
    await run('chrt', ['-i', '-p', '0', String(thread)]);
    return null;
  } catch (error) {
    return existsSync(`${threads}/${thread}`) ? error : null;
  }
}

/**
 * Lets one thread of this process go before all others: what is ready to be sent does not wait for what is still being made,
 * nor for the database that is in this process, the compiler or the collector. Other programs of the same session, container or
 * service go before them too; those of others get their share as before. Threads that are started later are like the one that
 * starts them. Only Linux has this; elsewhere nothing is done. Returns why it could not be done, else null.
 */
export async function giveWay(first: number | null): Promise<unknown> {
  if (first === null) return null;
  const others = readdirSync(threads)
    .map(Number)
    .filter((thread) => thread !== first);
  const refused = await Promise.all(others.map(makeIdle));
  return refused.find((error) => error !== null) ?? null;
}
