/**
 * What waits at the gate: pages that are kept for every reader, what is rendered for one reader, searches, and what programs and
 * forms ask of the API. A crowd in one lane does not stand before the others: the lanes take turns.
 */
const lanes = ['kept', 'asked', 'search', 'api'] as const;
export type Lane = (typeof lanes)[number];

/**
 * `busy` is said when nothing was done, because the work would have had to wait for about `waitMs`: at once where that can be told,
 * else when so long has passed. `left`: its reader went away while it waited.
 */
export type Admitted<Value> = { type: 'done'; value: Value } | { type: 'busy'; waitMs: number } | { type: 'left' };

/** Runs work at once, when a place is free, or not at all. */
export type Gate = <Value>(lane: Lane, work: () => Promise<Value>, reader?: AbortSignal) => Promise<Admitted<Value>>;

/** Does something in so many ms unless what it returns is called before. */
export type After = (ms: number, act: () => void) => () => void;

/** How many pieces of work run at a time, and how many of them are searches at most. `now` in ms, from any beginning, and `after` go by one clock. */
export type GateOptions = { places: number; searches: number; longestWaitMs: number; now: () => number; after: After };

/** Ends a wait, if it has not ended. */
type Waiting = (how: 'entered' | 'late' | 'left') => void;

/** So much of what is expected comes from the last piece of work. */
const weightOfLast = 0.1;

const forEachLane = <Value>(make: () => Value): Record<Lane, Value> => ({ kept: make(), asked: make(), search: make(), api: make() });

/** What waits to be sent and received is done. */
const letOthersIn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How long work takes in each lane; null until the first of it has ended: until then nobody is turned away at once. */
class Pace {
  readonly #ms = forEachLane<number | null>(() => null);

  note(lane: Lane, ms: number): void {
    this.#ms[lane] = (this.#ms[lane] ?? ms) * (1 - weightOfLast) + ms * weightOfLast;
  }

  of(lane: Lane): number {
    return this.#ms[lane] ?? 0;
  }
}

/**
 * Lets so many pieces of work run at a time. The others wait, in the order they came within their lane; who would wait longer
 * than `longestWaitMs`, as far as can be told from what went before, is told so instead, and who has waited for so long is told then.
 * Between two pieces of one place the thread turns to what has arrived meanwhile, so that a crowd at the gate does not keep those
 * waiting who need not pass it.
 */
export function makeGate({ places, searches, longestWaitMs, now, after }: GateOptions): Gate {
  const waiting = forEachLane(() => new Set<Waiting>());
  const running = forEachLane(() => 0);
  const pace = new Pace();
  let turn = 0;
  const mostOf = (lane: Lane): number => (lane === 'search' ? searches : places);
  const hasRoom = (lane: Lane): boolean => lanes.reduce((sum, each) => sum + running[each], 0) < places && running[lane] < mostOf(lane);
  /**
   * Before the next one of this lane come all of it, through the places of the lane, and as many of each other lane, through all places:
   * too long beside waiting searches, which leave places to the others, by a part of what is allowed at most (searches ÷ places).
   */
  const expectMs = (lane: Lane): number => {
    const own = (waiting[lane].size + 1) * pace.of(lane);
    const others = lanes.reduce((sum, each) => (each === lane ? sum : sum + Math.min(waiting[each].size, waiting[lane].size + 1) * pace.of(each)), 0);
    return Math.max(own / mostOf(lane), (own + others) / places);
  };
  const callNext = (): void => {
    for (let tried = 0; tried < lanes.length; tried += 1) {
      const lane = lanes[turn % lanes.length] ?? 'asked';
      turn += 1;
      const [next] = waiting[lane];
      if (next === undefined || !hasRoom(lane)) continue;
      running[lane] += 1;
      next('entered');
      return;
    }
  };
  const wait = (lane: Lane, reader: AbortSignal | undefined): Promise<Parameters<Waiting>[0]> =>
    new Promise((resolve) => {
      const end: Waiting = (how) => {
        if (!waiting[lane].delete(end)) return;
        forgetLimit();
        reader?.removeEventListener('abort', hasLeft);
        resolve(how);
      };
      const hasLeft = (): void => end('left');
      waiting[lane].add(end);
      const forgetLimit = after(longestWaitMs, () => end('late'));
      reader?.addEventListener('abort', hasLeft, { once: true });
    });
  const leave = async (lane: Lane): Promise<void> => {
    await letOthersIn();
    running[lane] -= 1;
    callNext();
  };
  return async (lane, work, reader) => {
    if (reader?.aborted) return { type: 'left' };
    if (hasRoom(lane)) running[lane] += 1;
    else {
      const waitMs = expectMs(lane);
      if (waitMs > longestWaitMs) return { type: 'busy', waitMs };
      const how = await wait(lane, reader);
      if (how === 'left') return { type: 'left' };
      if (how === 'late') return { type: 'busy', waitMs: longestWaitMs };
    }
    const began = now();
    try {
      return { type: 'done', value: await work() };
    } finally {
      pace.note(lane, now() - began);
      void leave(lane);
    }
  };
}
