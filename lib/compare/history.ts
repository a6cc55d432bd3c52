import { conditionsKey } from '../catalog/current';
import type { SignalId } from '../catalog/signals';
import type { StoredFact, Tool } from '../catalog/tool';
import { findAmount, formatValue } from './cell';
import { alignConditions } from './same-conditions';

/** One value of a signal on one day. `fact` is the key of the fact that says so. */
export type Reading = { asOf: string; amount: number; text: string; fact: string };

/** Readings of a fact's signal under the fact's own conditions, one a day, oldest first. Where two sources read on one day, the fact itself counts. */
export function findReadings(facts: readonly StoredFact[], fact: StoredFact): Reading[] {
  const key = conditionsKey(fact.conditions);
  const byDay = new Map<string, Reading>();
  for (const each of facts) {
    const amount = each.signal === fact.signal && conditionsKey(each.conditions) === key ? findAmount(each) : null;
    const preferred = each.key === fact.key || !byDay.has(each.asOf);
    if (amount !== null && each.value !== undefined && preferred)
      byDay.set(each.asOf, { asOf: each.asOf, amount, text: formatValue(each.value, each.signal), fact: each.key });
  }
  return [...byDay.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

/** How one signal went for several tools under the same conditions. */
export type History = {
  signal: SignalId;
  /** Host or other condition of the readings where it is one for all; null where each tool's own. */
  where: string | null;
  /** In the order of the tools; a tool nobody measured has no readings. */
  lines: readonly { slug: string; readings: readonly Reading[] }[];
};

const withHistory: readonly SignalId[] = ['price-input', 'price-output', 'stars'];

/**
 * Signals worth a chart: at least one of the tools has been read on three days, or two of them on two, under conditions
 * that can be held against each other.
 */
export function findHistories(tools: readonly Pick<Tool, 'slug' | 'facts'>[]): History[] {
  return withHistory.flatMap((signal) => {
    const { facts, same } = alignConditions(tools, signal);
    const lines = tools.map(({ slug, facts: all }, index) => {
      const fact = facts[index];
      return { slug, readings: same && fact ? findReadings(all, fact) : [] };
    });
    const enough = lines.some(({ readings }) => readings.length > 2) || lines.filter(({ readings }) => readings.length > 1).length > 1;
    if (!enough) return [];
    const hosts = new Set(facts.flatMap((fact) => (fact ? [fact.conditions?.host ?? ''] : [])));
    const [host] = hosts;
    return [{ signal, where: hosts.size === 1 && host ? host : null, lines }];
  });
}
