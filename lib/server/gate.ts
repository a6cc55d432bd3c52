/** Runs work, at once or when a place is free. */
export type Gate = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** What waits to be sent and received is done. */
const letOthersIn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Lets so many pieces of work run at a time; the others wait in the order they came. Between two pieces of one place the thread
 * turns to what has arrived meanwhile, so that a crowd at the gate does not keep those waiting who need not pass it.
 */
export function makeGate(places: number): Gate {
  const waiting: (() => void)[] = [];
  let free = places;
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = async (): Promise<void> => {
    await letOthersIn();
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      void leave();
    }
  };
}
