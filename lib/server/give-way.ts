import { setPriority } from 'node:os';

/** Of the processor's time that both want, a thread that gives way gets about a tenth. */
const niceness = 10;

/**
 * Lets other threads of this process go before the one that calls this, and before those that it starts afterwards: what is
 * ready to be sent does not wait for what is still being made. Only Linux has priorities of threads; elsewhere, where the whole
 * process would give way, nothing is done.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, niceness);
}
