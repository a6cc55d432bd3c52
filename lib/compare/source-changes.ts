import { conditionsKey, findCorrected } from '../catalog/current';
import { type SignalId, signalIds, signals } from '../catalog/signals';
import type { StoredFact, Tool } from '../catalog/tool';

/** Two readings of one source, one after the other, that differ: same signal, same conditions. */
export type SourceChange = { slug: string; before: StoredFact; after: StoredFact };

/** Names a change for good. */
export const nameSourceChange = ({ before, after }: SourceChange): string => `${before.key.slice(0, 16)}-${after.key.slice(0, 16)}`;

/** Prices, and what people look at over time. */
const followed: ReadonlySet<SignalId> = new Set<SignalId>([...signalIds.filter((id) => signals[id].type === 'decimal'), 'stars']);

/**
 * What changed by the dates of the sources themselves, newest first, however late it came into the catalogue. Only readings of
 * one source are held against each other: two sources that differ may disagree instead.
 */
export function findSourceChanges(tools: readonly Pick<Tool, 'slug' | 'facts'>[]): SourceChange[] {
  const changes = tools.flatMap(({ slug, facts }) => listSeries(facts).flatMap((series) => pairUp(series).map(([before, after]) => ({ slug, before, after }))));
  const order = ({ slug, after }: SourceChange): string => `${slug} ${signalIds.indexOf(after.signal)} ${conditionsKey(after.conditions)} ${after.key}`;
  return changes.sort((a, b) => (a.after.asOf === b.after.asOf ? (order(a) < order(b) ? -1 : 1) : a.after.asOf > b.after.asOf ? -1 : 1));
}

/** Readings of one thing by one source, oldest first, one a day. */
function listSeries(facts: readonly StoredFact[]): StoredFact[][] {
  const corrected = findCorrected(facts);
  const series = new Map<string, Map<string, StoredFact>>();
  for (const fact of facts) {
    if (!followed.has(fact.signal) || fact.value === undefined || corrected.has(fact.key)) continue;
    const place = `${fact.signal} ${fact.source} ${conditionsKey(fact.conditions)}`;
    const days = series.get(place) ?? new Map<string, StoredFact>();
    const held = days.get(fact.asOf);
    days.set(fact.asOf, held !== undefined && held.key < fact.key ? held : fact);
    series.set(place, days);
  }
  return [...series.values()].map((days) => [...days.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1)));
}

function pairUp(series: readonly StoredFact[]): [StoredFact, StoredFact][] {
  return series.flatMap((after, index): [StoredFact, StoredFact][] => {
    const before = series[index - 1];
    return before === undefined || before.value === after.value ? [] : [[before, after]];
  });
}
