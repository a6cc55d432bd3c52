import { conditionsKey, findCurrentFacts } from '../catalog/current';
import type { Kind } from '../catalog/kinds';
import { type SignalId, signalIds, signals } from '../catalog/signals';
import type { StoredFact } from '../catalog/tool';
import { roundPoints } from '../format/number';
import type { Range, Rank, SignalScore } from '../rank/rank';

/** A rank as one snapshot prints it, in whole points, and what it may be held against: kind and category. */
export type RankState = Range & { total: number; ranked: boolean; kind: Kind; category: string };

/** Why a rank moved. */
export type Cause =
  /** Other facts are scored, or facts that nobody had; keys of facts, null for none. */
  | { type: 'facts'; signals: readonly { signal: SignalId; before: string | null; after: string | null }[] }
  /** The same facts, scored on another day. */
  | { type: 'day'; before: string; after: string }
  /** Weights, anchors or spreads changed; versions of the formula. */
  | { type: 'formula'; before: string; after: string }
  /** It was sorted into another kind or category. */
  | { type: 'sorted' };

/** What two snapshots say differently of one tool. */
export type ToolChange =
  | { kind: 'rank'; before: RankState; after: RankState; causes: readonly Cause[] }
  /** Another price under the same conditions; keys of the facts. */
  | { kind: 'price'; signal: SignalId; before: string; after: string }
  /** Named as it was then. */
  | { kind: 'capability'; key: string; name: string; change: 'listed' | 'gone' };

/** One tool as one snapshot holds it, as far as it can change. Null: that snapshot did not keep it. */
export type ToolState = {
  kind: Kind;
  category: string;
  /** The day that scores take as today. */
  asOf: string;
  rank: Pick<Rank, 'formula' | 'ranked' | 'total' | 'low' | 'high'>;
  /** Every signal of every component of the rank. */
  signals: readonly Pick<SignalScore, 'signal' | 'fact' | 'points' | 'low' | 'high'>[];
  prices: readonly StoredFact[] | null;
  capabilities: readonly { key: string; name: string }[] | null;
};

const priceSignals = signalIds.filter((id) => signals[id].type === 'decimal');

/** The prices of a tool that count now, one for each host and meter. */
export function findPrices(facts: readonly StoredFact[]): StoredFact[] {
  return priceSignals.flatMap((id) => findCurrentFacts(facts, id)).filter(({ value }) => value !== undefined);
}

const stateOf = ({ kind, category, rank: { ranked, total, low, high } }: ToolState): RankState => ({
  ...{ ranked, total: roundPoints(total), low: roundPoints(low), high: roundPoints(high) },
  ...{ kind, category },
});

/** What changed about one tool from one snapshot to the next, in a fixed order; nothing for what either of them did not keep. */
export function findToolChanges(before: ToolState, after: ToolState): ToolChange[] {
  return [
    ...findRankChange(before, after),
    ...findPriceChanges(before.prices, after.prices),
    ...findCapabilityChanges(before.capabilities, after.capabilities),
  ];
}

function findRankChange(before: ToolState, after: ToolState): ToolChange[] {
  const [was, is] = [stateOf(before), stateOf(after)];
  const level = was.total === is.total && was.low === is.low && was.high === is.high;
  // Points of a tool that is not ranked are not shown.
  const same = was.ranked === is.ranked && (level || !is.ranked) && !isSortedAnew(was, is);
  return same ? [] : [{ kind: 'rank', before: was, after: is, causes: findCauses(before, after) }];
}

const isSortedAnew = (was: RankState, is: RankState): boolean => was.kind !== is.kind || was.category !== is.category;

/** A fact that was read again with the same result moves no points, and so is no cause. */
function findCauses(before: ToolState, after: ToolState): Cause[] {
  const old = new Map(before.signals.map((each) => [each.signal, each]));
  const moved = after.signals.flatMap((is) => {
    const was = old.get(is.signal);
    return was !== undefined && was.points === is.points && was.low === is.low && was.high === is.high ? [] : [{ signal: is.signal, was, is }];
  });
  const facts = moved.flatMap(({ signal, was, is }) =>
    was !== undefined && was.fact === is.fact ? [] : [{ signal, before: was?.fact ?? null, after: is.fact }],
  );
  const aged = before.asOf !== after.asOf && moved.some(({ was, is }) => was !== undefined && was.fact === is.fact);
  return [
    ...(before.rank.formula === after.rank.formula ? [] : [{ type: 'formula', before: before.rank.formula, after: after.rank.formula } as const]),
    ...(isSortedAnew(stateOf(before), stateOf(after)) ? [{ type: 'sorted' } as const] : []),
    ...(facts.length === 0 ? [] : [{ type: 'facts', signals: facts } as const]),
    ...(aged ? [{ type: 'day', before: before.asOf, after: after.asOf } as const] : []),
  ];
}

/** A price that one of the snapshots does not have is no change of a price: nobody said what it was. */
function findPriceChanges(before: ToolState['prices'], after: ToolState['prices']): ToolChange[] {
  if (before === null || after === null) return [];
  const place = ({ signal, conditions }: StoredFact): string => `${signal} ${conditionsKey(conditions)}`;
  const old = new Map(before.map((fact) => [place(fact), fact]));
  return [...after]
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    .flatMap((fact) => {
      const was = old.get(place(fact));
      return was === undefined || was.value === fact.value ? [] : [{ kind: 'price', signal: fact.signal, before: was.key, after: fact.key } as const];
    });
}

function findCapabilityChanges(before: ToolState['capabilities'], after: ToolState['capabilities']): ToolChange[] {
  if (before === null || after === null) return [];
  const others = (some: typeof before, rest: typeof before) =>
    some.filter(({ key }) => rest.every((each) => each.key !== key)).sort((a, b) => (a.key < b.key ? -1 : 1));
  return [
    ...others(after, before).map(({ key, name }): ToolChange => ({ kind: 'capability', key, name, change: 'listed' })),
    ...others(before, after).map(({ key, name }): ToolChange => ({ kind: 'capability', key, name, change: 'gone' })),
  ];
}
