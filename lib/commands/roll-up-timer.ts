import { getDatabase } from '../db/database';
import { learnFromLog, rollUpMatches } from '../db/learn';
import { isRollUpDue } from '../db/roll-up-due';
import { describeError, type Log } from '../server/log';

const lookEveryMs = 300_000;

/** Learns from what readers said and brings the counts into a new snapshot: at most once an hour, and only when there is something new. */
export function startRollUps(log: Log): { stop: () => Promise<void> } {
  let last: Date | null = null;
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const now = new Date();
    const database = await getDatabase();
    if (!(await isRollUpDue(database, last, now))) return;
    const learned = await learnFromLog(database);
    const { snapshot, changed } = await rollUpMatches(database);
    last = now;
    log('info', 'rolled up', { learned, snapshot, changed });
  };
  const timer = setInterval(() => {
    running = running.then(look).catch((error: unknown) => log('error', 'the roll-up failed; it is tried again', { error: describeError(error) }));
  }, lookEveryMs).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
