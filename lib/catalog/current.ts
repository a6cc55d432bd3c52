import { isReseller } from './hosts';
import type { Method } from './record';
import { type Signal, type SignalId, signals } from './signals';
import type { StoredFact } from './tool';

const methodOrder: Record<Method, number> = { measured: 0, 'vendor-claimed': 1, derived: 2, editorial: 3 };

/** One text for the conditions of a fact, the same for the same conditions in any order. */
export function conditionsKey(conditions: StoredFact['conditions']): string {
  return Object.entries(conditions ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

/** Negative when `a` counts before `b`, both of one signal under the same conditions: method, then newer date, then key. */
function compareClaims(a: StoredFact, b: StoredFact): number {
  const method = methodOrder[a.method] - methodOrder[b.method];
  if (method !== 0) return method;
  if (a.asOf !== b.asOf) return a.asOf > b.asOf ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

/** True when the value holds at a host that resells models of others, not at their maker's. */
export function isResold(fact: StoredFact): boolean {
  const host = fact.conditions?.host;
  return host !== undefined && isReseller(host);
}

/** No conditions first, then a maker's own host, then a reseller. */
function conditionsOrder(fact: StoredFact): number {
  if (fact.conditions === undefined) return 0;
  return isResold(fact) ? 2 : 1;
}

/** The result of a benchmark; what is no number comes after every number. */
const result = ({ value }: StoredFact): number => (typeof value === 'number' ? value : Number.NEGATIVE_INFINITY);

/** Negative when `a` is shown before `b`: conditions, then for a benchmark the higher value, then the order of claims. */
function compareHeadlines(a: StoredFact, b: StoredFact): number {
  const conditions = conditionsOrder(a) - conditionsOrder(b);
  if (conditions !== 0) return conditions;
  const { group }: Signal = signals[a.signal];
  if (group === 'quality' && result(a) !== result(b)) return result(b) - result(a);
  return compareClaims(a, b);
}

/** Keys of the facts that another one corrects. */
export function findCorrected(facts: readonly StoredFact[]): ReadonlySet<string> {
  return new Set(facts.flatMap((fact) => (fact.corrects ? [fact.corrects] : [])));
}

/** Facts that nothing corrects, grouped by signal and conditions; in each group the one that counts comes first. */
function currentGroups(facts: readonly StoredFact[], signal: SignalId): StoredFact[][] {
  const corrected = findCorrected(facts);
  const groups = new Map<string, StoredFact[]>();
  for (const fact of facts) {
    if (fact.signal !== signal || corrected.has(fact.key)) continue;
    const key = conditionsKey(fact.conditions);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()].map((group) => group.sort(compareClaims));
}

/**
 * The facts of one signal that count now, one for each set of conditions, headline first. The total order is
 * stated on the methodology page: conditions (none, then the maker's own host, then a reseller; for a
 * benchmark the higher result first), method, date, key.
 */
export function findCurrentFacts(facts: readonly StoredFact[], signal: SignalId): StoredFact[] {
  return currentGroups(facts, signal)
    .flatMap((group) => group.slice(0, 1))
    .sort(compareHeadlines);
}

/** The fact that is shown and scored for a signal, or null when nothing is known. */
export function findFact(facts: readonly StoredFact[], signal: SignalId): StoredFact | null {
  return findCurrentFacts(facts, signal)[0] ?? null;
}

/** Facts of one signal under the conditions of its headline, oldest first: its history. */
export function findHistory(facts: readonly StoredFact[], signal: SignalId): StoredFact[] {
  const headline = findFact(facts, signal);
  if (headline === null) return [];
  const key = conditionsKey(headline.conditions);
  const oldestFirst = (a: StoredFact, b: StoredFact): number => (a.asOf === b.asOf ? -compareClaims(a, b) : a.asOf < b.asOf ? -1 : 1);
  return facts.filter((fact) => fact.signal === signal && conditionsKey(fact.conditions) === key).sort(oldestFirst);
}
