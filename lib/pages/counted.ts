/** Searches are counted from this day on; before it nothing was. */
export const countedSince = '2026-11-23';

/** The days between which the matches that a snapshot shows were counted. */
export function findCounted(committedAt: string): { since: string; until: string } {
  const day = committedAt.slice(0, 10);
  return { since: countedSince, until: day < countedSince ? countedSince : day };
}
