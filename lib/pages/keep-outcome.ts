import { recordOutcome } from '../db/record-search';
import { findSearcher } from './find-searcher';

export type KeptOutcome = { type: 'kept' } | { type: 'refused'; status: 400 | 403 | 410 | 429; reason: string };

/** So many answers of one visitor are taken in an hour; a person gives a handful. */
const perHour = 60;
const hourMs = 3_600_000;
/** Visitors held in memory at most; beyond it counting begins again. */
const visitorLimit = 10_000;
const given = { since: 0, counts: new Map<string, number>() };

function isTooMany(visitor: string): boolean {
  if (Date.now() - given.since > hourMs || given.counts.size > visitorLimit) Object.assign(given, { since: Date.now(), counts: new Map() });
  const count = (given.counts.get(visitor) ?? 0) + 1;
  given.counts.set(visitor, count);
  return count > perHour;
}

/** Keeps that a match worked, or did not; a refusal says why, and what to do. */
export async function keepOutcome({ token, worked, note }: { token: string; worked: string; note: string }): Promise<KeptOutcome> {
  if (worked !== 'yes' && worked !== 'no') return { type: 'refused', status: 400, reason: 'Say whether it worked: worked is "yes" or "no".' };
  const searcher = findSearcher();
  if (isTooMany(searcher.visitor ?? '')) return { type: 'refused', status: 429, reason: 'There are too many answers from here for now. Try again in an hour.' };
  const recorded = await recordOutcome({ token, worked: worked === 'yes', note: note === '' ? null : note }, searcher);
  if (recorded.type === 'recorded') return { type: 'kept' };
  switch (recorded.why) {
    case 'wrong-token':
      return { type: 'refused', status: 403, reason: 'This answer belongs to no search that was made here. Search again, and answer from its results.' };
    case 'unknown-match':
      return { type: 'refused', status: 410, reason: 'The search that this answers is no longer kept. Search again, and answer from its results.' };
  }
}
