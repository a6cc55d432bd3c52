import { findWeights } from '../rank/match-graph';
import { decideOrder } from '../rank/order';
import { type ComponentId, type ComponentWeights, componentIds } from '../rank/rank';
import type { RankedTool } from '../rank/ranked-tool';
import { weighTotal } from '../rank/weigh';

/**
 * A weight of one component at which the order of the ranks comes out otherwise. All weights are whole per cents of the formula;
 * the other components share what is left in their own proportions.
 */
export type Flip = {
  component: ComponentId;
  /** What it weighs in the formula. */
  now: number;
  /** The weight nearest to `now` that changes the order, and the farthest up to which nothing changes again: 0 or 100 where it stays so. */
  at: number;
  until: number;
  /** Who then ranks higher than all the others; null for a tie. */
  winner: string | null;
};

type Ranked = Pick<RankedTool, 'slug' | 'kind' | 'rank'>;

/** A run of weights that is shorter than this comes from rounding to whole points, and is no finding. */
const shortestRun = 4;
const coarseStep = shortestRun;

const toPercent = (weight: number): number => Math.round(weight * 100);

/** Stands for a winner where a tool has too little evidence for a rank; no slug is spelled so. */
const notRanked = '?';

/** The weights of a kind with one component at so many per cent, the others in proportion. */
export function shiftWeight(weights: ComponentWeights, component: ComponentId, percent: number): ComponentWeights {
  const rest = componentIds.reduce((sum, id) => sum + (id === component ? 0 : weights[id]), 0);
  const shift = (id: ComponentId): number => {
    if (id === component) return percent;
    return rest === 0 ? 0 : (weights[id] / rest) * (100 - percent);
  };
  return {
    adoption: shift('adoption'),
    quality: shift('quality'),
    ecosystem: shift('ecosystem'),
    'match-graph': shift('match-graph'),
    freshness: shift('freshness'),
  };
}

/** Who ranks higher under these weights; null for a tie, and `notRanked` where one of them would not be. */
export function findWinner(tools: readonly Ranked[], weights: ComponentWeights): string | null {
  const weighed = tools.map(({ slug, rank }) => ({ slug, ...weighTotal(rank.components, weights) }));
  if (weighed.some(({ ranked }) => !ranked)) return notRanked;
  const order = decideOrder(weighed);
  return order?.kind === 'higher' ? order.slug : null;
}

/**
 * Who ranks higher with one component at so many per cent. At what it weighs in the formula the formula itself decides, whose
 * weights need not be whole per cents where the match graph counts.
 */
export function makeWinnerAt(tools: readonly Ranked[], weights: ComponentWeights, component: ComponentId): (percent: number) => string | null {
  const now = toPercent(weights[component]);
  return (percent) => findWinner(tools, percent === now ? weights : shiftWeight(weights, component, percent));
}

type Run = { from: number; to: number; winner: string | null };

/** The winners for 0 to 100 per cent, equal neighbours joined. */
function joinRuns(winners: readonly (string | null)[]): Run[] {
  const runs: Run[] = [];
  winners.forEach((winner, percent) => {
    const last = runs.at(-1);
    if (last?.winner === winner) last.to = percent;
    else runs.push({ from: percent, to: percent, winner });
  });
  return runs;
}

const reachesEnd = ({ from, to }: Run): boolean => from === 0 || to === 100;

/**
 * The winners for 0 to 100 per cent. Weights between two of the coarse ones with one outcome are not tried, except around `now`: no run
 * that counts fits in.
 */
function listWinners(now: number, winnerAt: (percent: number) => string | null): (string | null)[] {
  const coarse = Array.from({ length: 100 / coarseStep + 1 }, (_each, index) => winnerAt(index * coarseStep));
  return Array.from({ length: 101 }, (_each, percent) => {
    const below = Math.floor(percent / coarseStep);
    const [from = null, to = from] = coarse.slice(below, below + 2);
    const skipped = from === to && below !== Math.floor(now / coarseStep);
    return skipped || percent % coarseStep === 0 ? from : winnerAt(percent);
  });
}

function findFlipsOf(tools: readonly Ranked[], weights: ComponentWeights, component: ComponentId): Flip[] {
  const now = toPercent(weights[component]);
  const winners = listWinners(now, makeWinnerAt(tools, weights, component));
  const current = winners[now];
  return joinRuns(winners)
    .filter((run) => run.winner !== current && run.winner !== notRanked && (reachesEnd(run) || run.to - run.from + 1 >= shortestRun))
    .map(({ from, to, winner }) => (from > now ? { component, now, at: from, until: to, winner } : { component, now, at: to, until: from, winner }));
}

const distance = ({ at, now }: Flip): number => Math.abs(at - now);

/**
 * For every other outcome of the ranks the change of a single weight that is nearest to the formula and leads to it, the nearest
 * first; empty where no single weight changes the order. Null for tools whose ranks cannot be held against each other.
 */
export function findFlips(tools: readonly Ranked[]): Flip[] | null {
  const [first] = tools;
  if (!first || tools.some(({ kind, rank }) => kind !== first.kind || !rank.ranked)) return null;
  const weights = findWeights(first);
  if (findWinner(tools, weights) === notRanked) return null;
  const flips = componentIds
    .filter((component) => weights[component] > 0)
    .flatMap((component) => findFlipsOf(tools, weights, component))
    .sort((a, b) => distance(a) - distance(b) || componentIds.indexOf(a.component) - componentIds.indexOf(b.component));
  return flips.filter(({ winner }, index) => flips.findIndex((other) => other.winner === winner) === index);
}
