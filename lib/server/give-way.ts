import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { availableParallelism, getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Of the processor's time that both want, a thread of this priority gets about a tenth, one of the idle class a three-hundredth. */
const niceness = 10;

const threads = '/proc/self/task';

/** The number that Linux knows the calling thread by; null on other systems, and where /proc is not mounted. */
export function findThread(): number | null {
  try {
    return Number(basename(readlinkSync('/proc/thread-self')));
  } catch {
    return null;
  }
}

/**
 * Puts a thread into the idle class, which is interrupted at once by what wakes up (sched(7), SCHED_IDLE). Node has no call for
 * that, but the system's `chrt` does it. Where there is none, and on a single processor, where the idle class would be left with
 * nothing, a lower priority remains: since Linux 6.6 that says who gets more time, not who goes first. Returns why it could not
 * be done; null also for a thread that has ended meanwhile.
 */
async function makeIdle(thread: number): Promise<unknown> {
  try {
    setPriority(thread, Math.max(getPriority(thread), niceness));
    if (availableParallelism() > 1) await run('chrt', ['-i', '-p', '0', String(thread)]);
    return null;
  } catch (error) {
    return existsSync(`${threads}/${thread}`) ? error : null;
  }
}

/**
 * Lets one thread of this process go before all others: what is ready to be sent does not wait for what is still being made,
 * nor for the database that is in this process, the compiler or the collector. Other programs go before them too: those of the
 * same session, container or service where Linux shares time out among these, else all. Threads that are started later are like
 * the one that starts them. Only Linux has this; elsewhere nothing is done. Returns why it could not be done, else null.
 */
export async function giveWay(first: number | null): Promise<unknown> {
  if (first === null) return null;
  const others = readdirSync(threads)
    .map(Number)
    .filter((thread) => thread !== first);
  const refused = await Promise.all(others.map(makeIdle));
  return refused.find((error) => error !== null) ?? null;
}
