/**
 * What waits at the gate: pages that are kept for every reader, what is rendered for one reader, and what programs and forms
 * ask of the API. A crowd in one lane does not stand before the others: the lanes take turns.
 */
const lanes = ['kept', 'asked', 'api'] as const;
export type Lane = (typeof lanes)[number];

/** `busy` is said at once, and nothing was done: the work would have had to wait for about `waitMs`. `left`: its reader went away while it waited. */
export type Admitted<Value> = { type: 'done'; value: Value } | { type: 'busy'; waitMs: number } | { type: 'left' };

/** Runs work at once, when a place is free, or not at all. */
export type Gate = <Value>(lane: Lane, work: () => Promise<Value>, reader?: AbortSignal) => Promise<Admitted<Value>>;

/** `now` in ms, from any beginning. */
export type GateOptions = { places: number; longestWaitMs: number; now: () => number };

type Waiting = { enter: () => void };

/** So much of what is expected comes from the last piece of work. */
const weightOfLast = 0.1;

/** What waits to be sent and received is done. */
const letOthersIn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How long work takes in each lane; null until the first of it has ended, and then nobody is turned away. */
class Pace {
  readonly #ms: Record<Lane, number | null> = { kept: null, asked: null, api: null };

  note(lane: Lane, ms: number): void {
    this.#ms[lane] = (this.#ms[lane] ?? ms) * (1 - weightOfLast) + ms * weightOfLast;
  }

  of(lane: Lane): number {
    return this.#ms[lane] ?? 0;
  }
}

/**
 * Lets so many pieces of work run at a time. The others wait, in the order they came within their lane; who would wait longer
 * than `longestWaitMs`, as far as can be told from what went before, is told so instead. Between two pieces of one place the
 * thread turns to what has arrived meanwhile, so that a crowd at the gate does not keep those waiting who need not pass it.
 */
export function makeGate({ places, longestWaitMs, now }: GateOptions): Gate {
  const waiting: Record<Lane, Set<Waiting>> = { kept: new Set(), asked: new Set(), api: new Set() };
  const pace = new Pace();
  let free = places;
  let turn = 0;
  /** Before the next one of this lane come all of it, and as many of each other lane. */
  const expectMs = (lane: Lane): number =>
    lanes.reduce((sum, each) => sum + Math.min(waiting[each].size, waiting[lane].size + 1) * pace.of(each), pace.of(lane)) / places;
  const callNext = (): boolean => {
    for (let tried = 0; tried < lanes.length; tried += 1) {
      const lane = lanes[turn % lanes.length] ?? 'asked';
      turn += 1;
      for (const next of waiting[lane]) {
        waiting[lane].delete(next);
        next.enter();
        return true;
      }
    }
    return false;
  };
  const wait = (lane: Lane, reader: AbortSignal | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      const place: Waiting = { enter: () => resolve(true) };
      waiting[lane].add(place);
      reader?.addEventListener('abort', () => resolve(!waiting[lane].delete(place)), { once: true });
    });
  const leave = async (): Promise<void> => {
    await letOthersIn();
    if (!callNext()) free += 1;
  };
  return async (lane, work, reader) => {
    if (reader?.aborted) return { type: 'left' };
    if (free > 0) free -= 1;
    else {
      const waitMs = expectMs(lane);
      if (waitMs > longestWaitMs) return { type: 'busy', waitMs };
      if (!(await wait(lane, reader))) return { type: 'left' };
    }
    const began = now();
    try {
      return { type: 'done', value: await work() };
    } finally {
      pace.note(lane, now() - began);
      void leave();
    }
  };
}
