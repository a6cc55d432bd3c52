import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';

/** Of the processor's time that both want, a thread that gives way gets about a tenth. */
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

/** Returns why it could not be done; null also for a thread that has ended meanwhile. */
function lower(thread: number): unknown {
  try {
    setPriority(thread, Math.max(getPriority(thread), niceness));
    return null;
  } catch (error) {
    return existsSync(`${threads}/${thread}`) ? error : null;
  }
}

/**
 * Lets one thread of this process go before all others: what is ready to be sent waits less for what is still being made, for the
 * database that is in this process, the compiler and the collector. Other programs of the same machine go before them too. Threads
 * that are started later are like the one that starts them. Only Linux has priorities of threads; elsewhere nothing is done.
 * Returns why it could not be done, else null.
 *
 * The idle class (SCHED_IDLE) would let the first interrupt the others at once, but its share is a three-hundredth of what a usual
 * thread gets, also beside other sessions and containers while the first thread runs: beside a busy browser nothing was rendered for minutes.
 */
export function giveWay(first: number | null): unknown {
  if (first === null) return null;
  const refused = readdirSync(threads).map((thread) => (Number(thread) === first ? null : lower(Number(thread))));
  return refused.find((error) => error !== null) ?? null;
}
