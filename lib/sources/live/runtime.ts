/** What a fetch needs of the world; handed in, so that a test can stop the clock and never waits. */
export type Runtime = {
  /** Milliseconds since 1970. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  random: () => number;
};

/** '2026-08-01', in UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** '13:05 UTC', with the day before it where that is not the day of `now`. */
export function formatMoment(ms: number, now: number): string {
  const time = `${new Date(ms).toISOString().slice(11, 16)} UTC`;
  return dayOf(ms) === dayOf(now) ? time : `${dayOf(ms)} ${time}`;
}
