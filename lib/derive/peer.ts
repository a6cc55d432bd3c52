import type { CategoryId } from '../catalog/categories';
import { conditionsKey, findFact } from '../catalog/current';
import type { FactValue } from '../catalog/record';
import { type SignalId, signals } from '../catalog/signals';
import type { Tool, ToolCapability } from '../catalog/tool';
import { measured } from './measures';

/** A figure that tools are held against each other by. */
export type Figure = {
  value: number;
  /** As the fact states it: prices are exact decimals. */
  exact: FactValue;
  fact: string;
  /** Equal where figures hold under the same conditions. */
  conditions: string;
};

export type PeerCapability = {
  key: string;
  job: string;
  /** Somebody wrote what is unique about it, or how it stands against another tool. */
  spoken: boolean;
  /** Keys of the facts it follows from; null when somebody wrote it. */
  derivedFrom: readonly string[] | null;
};

/** As much of a tool as is needed to hold it against the others of its category. */
export type Peer = {
  slug: string;
  name: string;
  category: CategoryId;
  capabilities: readonly (PeerCapability & { basis: SignalId | null })[];
  price: { value: string; signal: SignalId } | null;
  figures: ReadonlyMap<SignalId, Figure>;
  /** Signals of which something is known. */
  known: ReadonlySet<SignalId>;
};

/** The conditions that decide whether figures can be compared: not where it is sold, or under which name it is listed. */
function comparableConditions(conditions: Tool['facts'][number]['conditions']): string {
  const { host: _host, 'listed-as': _listedAs, prompt: _prompt, package: _package, ...others } = conditions ?? {};
  return conditionsKey(others);
}

/** A price of nothing is a trial or somebody else's expense: it is not held against prices. */
function findFigure(facts: Tool['facts'], signal: SignalId): Figure | null {
  const fact = findFact(facts, signal);
  const value = signals[signal].type === 'decimal' && typeof fact?.value === 'string' ? Number(fact.value) : fact?.value;
  if (fact?.value === undefined || typeof value !== 'number' || (signals[signal].type === 'decimal' && value === 0)) return null;
  return { value, exact: fact.value, fact: fact.key, conditions: comparableConditions(fact.conditions) };
}

export function toPeerCapability({ key, job, unique, versus, derivedFrom }: ToolCapability): PeerCapability {
  return { key, job, spoken: unique !== undefined || versus.length > 0, derivedFrom: derivedFrom ?? null };
}

export function makePeer(tool: Pick<Tool, 'slug' | 'name' | 'category' | 'facts'>, capabilities: readonly PeerCapability[], price: Peer['price']): Peer {
  const { slug, name, category, facts } = tool;
  const figures = measured.flatMap((signal) => {
    const figure = findFigure(facts, signal);
    return figure === null ? [] : [[signal, figure] as const];
  });
  const signalOf = new Map(facts.map(({ key, signal }) => [key, signal]));
  return {
    ...{ slug, name, category, price },
    capabilities: capabilities.map((each) => ({ ...each, basis: signalOf.get(each.derivedFrom?.[0] ?? '') ?? null })),
    figures: new Map(figures),
    known: new Set(facts.filter(({ value }) => value !== undefined).map(({ signal }) => signal)),
  };
}
