import { conditionsKey, findCorrected } from './current';
import { type Signal, type SignalId, signals } from './signals';
import type { StoredFact } from './tool';

/** What grows or moves by itself: two readings of it on two days are its history, not a disagreement. */
const moving: ReadonlySet<SignalId> = new Set([
  'forks',
  'contributors',
  'dependents',
  'commits',
  'last-commit',
  'last-release',
  'registries',
  'tool-count',
  'tool-names',
  'topics',
  'start-here',
  'pinned-commit',
]);

function moves(id: SignalId): boolean {
  const { group }: Signal = signals[id];
  return group === 'use' || group === 'quality' || moving.has(id);
}

/**
 * What other sources say of the same thing under the same conditions, where it differs from the fact that counts: the
 * newest claim of each source, newest first. Empty for what changes by itself.
 */
export function findOtherClaims(facts: readonly StoredFact[], fact: StoredFact): StoredFact[] {
  if (moves(fact.signal) || fact.value === undefined) return [];
  const corrected = findCorrected(facts);
  const key = conditionsKey(fact.conditions);
  const newest = new Map<string, StoredFact>();
  for (const each of facts) {
    if (each.signal !== fact.signal || each.source === fact.source || each.value === undefined || corrected.has(each.key)) continue;
    if (conditionsKey(each.conditions) !== key) continue;
    const held = newest.get(each.source);
    if (held === undefined || held.asOf < each.asOf || (held.asOf === each.asOf && held.key > each.key)) newest.set(each.source, each);
  }
  const said = JSON.stringify(fact.value);
  return [...newest.values()]
    .filter(({ value }) => JSON.stringify(value) !== said)
    .sort((a, b) => (a.asOf === b.asOf ? (a.key < b.key ? -1 : 1) : a.asOf > b.asOf ? -1 : 1));
}
