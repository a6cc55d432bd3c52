/** Runs a piece of work in its turn. */
export type Turns = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Lets so many pieces of work run at a time; the others begin in the order they came. */
export function makeTurns(places: number): Turns {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
