import { conditionsKey, findCurrentFacts, isResold } from '../catalog/current';
import type { SignalId } from '../catalog/signals';
import type { StoredFact, Tool } from '../catalog/tool';

/**
 * The conditions of a fact as far as they decide whether it can be held against another tool's. Two makers'
 * own hosts are the same condition ("at its maker's"); the name under which a board lists a model and the
 * prompt length up to which a price holds are not conditions of the measurement.
 */
function comparableKey(fact: StoredFact): string {
  const { 'listed-as': _listedAs, prompt: _prompt, host, ...others } = fact.conditions ?? {};
  return conditionsKey({ ...others, host: host !== undefined && isResold(fact) ? host : 'its maker' });
}

export type SameConditions = {
  /** One fact per tool, in their order; null where nothing is known. */
  facts: readonly (StoredFact | null)[];
  /** True when every tool has a fact and all of them hold under the same conditions. */
  same: boolean;
};

/** Picks for each tool the fact of a signal that can be compared with the others', else the one it would show alone. */
export function alignConditions(tools: readonly Pick<Tool, 'facts'>[], signal: SignalId): SameConditions {
  const current = tools.map((tool) => findCurrentFacts(tool.facts, signal));
  const keysInOrder = current.map((facts) => [...new Set(facts.map(comparableKey))]);
  const shared = (keysInOrder[0] ?? []).filter((key) => keysInOrder.every((keys) => keys.includes(key)));
  // A reseller's condition names it; without one the makers' own hosts are meant, which come first.
  const [chosen] = shared.sort((a, b) => Number(!a.includes('host=its maker')) - Number(!b.includes('host=its maker')) || (a < b ? -1 : 1));
  if (chosen === undefined) return { facts: current.map((facts) => facts[0] ?? null), same: false };
  return { facts: current.map((facts) => facts.find((fact) => comparableKey(fact) === chosen) ?? null), same: true };
}
