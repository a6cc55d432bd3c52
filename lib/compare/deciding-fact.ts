import type { SignalId } from '../catalog/signals';
import { decideOrder } from '../rank/order';
import type { ComponentId, ComponentScore, SignalScore } from '../rank/rank';
import type { RankedTool } from '../rank/ranked-tool';
import { tidy } from '../rank/weigh';

/** A fact that nobody has, or has well enough, and that would end a tie. */
export type DecidingFact = {
  slug: string;
  signal: SignalId;
  component: ComponentId;
  /** Nothing is known, another test stands in for it, or it was read too long ago. */
  state: 'unknown' | 'estimated' | 'outdated';
  /** Who ranks higher if the fact lies at the good and at the bad end of what is plausible; null where it stays a tie. */
  ifGood: string | null;
  ifBad: string | null;
};

type Ranked = Pick<RankedTool, 'slug' | 'rank'>;
type Open = { tool: Ranked; part: ComponentScore; signal: SignalScore; width: number };

function findOpen(tool: Ranked): Open[] {
  return tool.rank.components.flatMap((part) =>
    part.signals.map((signal) => ({ tool, part, signal, width: part.weight * signal.share * (signal.high - signal.low) })).filter(({ width }) => width > 0),
  );
}

/** The total and both ends of the rank if one signal were known to have so many points; the other gaps stay open. */
export function settle(
  { rank }: Pick<Ranked, 'rank'>,
  part: ComponentScore,
  signal: SignalScore,
  points: number,
): { total: number; low: number; high: number } {
  const move = (end: number, from: number): number => tidy(end + part.weight * signal.share * (points - from));
  return { total: move(rank.total, signal.points), low: move(rank.low, signal.low), high: move(rank.high, signal.high) };
}

function findWinner(tools: readonly Ranked[], { tool, part, signal }: Open, points: number): string | null {
  const order = decideOrder(tools.map((each) => ({ slug: each.slug, ...(each === tool ? settle(each, part, signal, points) : each.rank) })));
  return order?.kind === 'higher' ? order.slug : null;
}

const findState = ({ known, fact }: SignalScore): DecidingFact['state'] => {
  if (known) return 'outdated';
  return fact === null ? 'unknown' : 'estimated';
};

const countEnds = ({ ifGood, ifBad }: DecidingFact): number => Number(ifGood !== null) + Number(ifBad !== null);

/**
 * The one fact that would end a tie between ranked tools of one kind: preferably whichever way it turns out, else the one that leaves
 * the ranks most open. Null where no single fact does.
 */
export function findDecidingFact(tools: readonly Ranked[]): DecidingFact | null {
  const found = tools
    .flatMap(findOpen)
    .map((open) => {
      const { tool, part, signal, width } = open;
      const [ifGood, ifBad] = [findWinner(tools, open, signal.high), findWinner(tools, open, signal.low)];
      return { fact: { slug: tool.slug, signal: signal.signal, component: part.component, state: findState(signal), ifGood, ifBad }, width };
    })
    .filter(({ fact }) => countEnds(fact) > 0)
    .sort(
      (a, b) => countEnds(b.fact) - countEnds(a.fact) || b.width - a.width || (`${a.fact.slug} ${a.fact.signal}` < `${b.fact.slug} ${b.fact.signal}` ? -1 : 1),
    );
  return found[0]?.fact ?? null;
}
