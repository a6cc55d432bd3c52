import { getPriority, setPriority } from 'node:os';

/** Of the processor's time that both want, a thread that gives way gets about a tenth. */
const niceness = 10;

/**
 * Lets other threads of this process go before the one that calls this and before the embedded database's: what is ready to be
 * sent does not wait for what is still being made. Other programs of the same machine go before them too. Only Linux has
 * priorities of threads; elsewhere, where the whole process would give way, nothing is done. A process that gives way to more
 * than that already stays as it is. Returns why it could not be done where the system forbids it, else null.
 */
export function giveWay(database: { setPriority: (priority: number) => void }): unknown {
  if (process.platform !== 'linux') return null;
  const priority = Math.max(getPriority(0), niceness);
  try {
    setPriority(0, priority);
    database.setPriority(priority);
    return null;
  } catch (error) {
    return error;
  }
}
