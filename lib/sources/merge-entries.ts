import { conditionsKey } from '../catalog/current';
import type { ParsedSource, Rejection, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';

/** Two facts with the same key make the same statement, so their values must agree. */
function statementKey(fact: Fact): string {
  return JSON.stringify([fact.signal, fact.asOf, conditionsKey(fact.conditions)]);
}

/** The statement of the first with what the second adds to its list; null where they contradict each other. */
function mergeFact(first: Fact, second: Fact): Fact | null {
  if (first.signal === 'topics' && Array.isArray(first.value) && Array.isArray(second.value)) {
    return { ...first, value: [...new Set([...first.value, ...second.value])].slice(0, 40) };
  }
  return JSON.stringify(first.value) === JSON.stringify(second.value) ? first : null;
}

type Merged = { entry: SourceEntry; names: Set<string>; facts: Map<string, Fact> };

function addEntry(merged: Merged, entry: SourceEntry): Rejection[] {
  for (const name of entry.names) merged.names.add(name);
  const contradicted = entry.facts.filter((each) => {
    const key = statementKey(each);
    const first = merged.facts.get(key);
    const both = first === undefined ? each : mergeFact(first, each);
    if (both !== null) merged.facts.set(key, both);
    return both === null;
  });
  if (contradicted.length === 0) return [];
  const signals = contradicted.map((each) => each.signal).join(', ');
  return [{ at: entry.at, reason: `${signals} of ${entry.names[0]} differ from ${merged.entry.at}; the first are kept` }];
}

/**
 * One entry for all rows of a list that name the same tool: a list may hold it under several headings. Lists of topics
 * are put together; of figures that differ the first is kept and the others are rejected.
 */
export function mergeEntries({ entries, rejected }: ParsedSource): ParsedSource {
  const byName = new Map<string, Merged>();
  const contradicted: Rejection[] = [];
  for (const entry of entries) {
    const merged = byName.get(entry.names[0]) ?? { entry, names: new Set(), facts: new Map() };
    byName.set(entry.names[0], merged);
    contradicted.push(...addEntry(merged, entry));
  }
  return {
    entries: [...byName.values()].map(({ entry, names, facts }) => {
      const [first] = entry.names;
      names.delete(first);
      return { ...entry, names: [first, ...names], facts: [...facts.values()] };
    }),
    rejected: [...rejected, ...contradicted],
  };
}
