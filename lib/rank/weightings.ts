import { roundPoints } from '../format/number';
import { minimumCoverage } from './formula';
import { type ComponentId, componentIds } from './rank';
import { type ComponentPoints, tidy } from './weigh';

/** The grid of weightings, in per cent: 100 % is shared out among the components in every way that these steps allow. */
export const weightStep = 5;

export type WeighedTool = { slug: string; components: readonly ComponentPoints[] };

/** How a set of tools of one formula comes out over the grid; the outcomes add up to `weightings`. */
export type WeightingShares = {
  weightings: number;
  /** In how many a tool ranks higher than every other, by slug; 0 is written out. */
  higher: Readonly<Record<string, number>>;
  /** In how many the ranges of the foremost overlap. */
  ties: number;
  /** In how many one of the tools cannot be ranked: too little of what has weight is known of it. */
  unranked: number;
};

/** The components that can be asked of at least one of the tools; the others decide nothing. */
export function listWeighable(tools: readonly WeighedTool[]): ComponentId[] {
  return componentIds.filter((id) => tools.some(({ components }) => components.some(({ component, signals }) => component === id && signals.length > 0)));
}

/** Every way to share `whole` out among `count` components in steps of `step`, which divides it: the amounts, in their order. */
export function listWeightings(count: number, step: number = weightStep, whole = 100): number[][] {
  if (count === 0) return [];
  if (count === 1) return [[whole]];
  const amounts = Array.from({ length: whole / step + 1 }, (_, index) => index * step);
  return amounts.flatMap((amount) => listWeightings(count - 1, step, whole - amount).map((rest) => [amount, ...rest]));
}

type Row = readonly { low: number; high: number; coverage: number; applies: boolean }[];
type Ends = { low: number; high: number };

/** The printed ends of the range that `weighPoints` gives, or null where it does not rank; in a form that is quick to repeat. */
function weigh(row: Row, weights: readonly number[]): Ends | null {
  let [whole, low, high, coverage] = [0, 0, 0, 0];
  for (const [index, part] of row.entries()) {
    const weight = part.applies ? (weights[index] ?? 0) : 0;
    whole += weight;
    low += weight * part.low;
    high += weight * part.high;
    coverage += weight * part.coverage;
  }
  if (whole === 0 || tidy(coverage / whole) < minimumCoverage) return null;
  return { low: roundPoints(tidy(low / whole)), high: roundPoints(tidy(high / whole)) };
}

/** The place of the one whose range lies above all others, as `decideOrder` decides it; -1 for a tie. */
function findHighest(ranks: readonly Ends[]): number {
  return ranks.findIndex((one, index) => ranks.every((other, place) => place === index || one.low > other.high));
}

/** Who ranks higher under each weighting of the grid, counted. Given tools of one formula; their order changes nothing. */
export function countWeightings(tools: readonly WeighedTool[], step: number = weightStep): WeightingShares {
  const weighable = listWeighable(tools);
  const rows = tools.map(
    ({ components }): Row =>
      weighable.map((id) => {
        const found = components.find(({ component }) => component === id);
        return { low: 0, high: 0, coverage: 0, ...found, applies: found !== undefined && found.signals.length > 0 };
      }),
  );
  const counts = tools.map(() => 0);
  let [ties, unranked] = [0, 0];
  const weightings = listWeightings(weighable.length, step);
  for (const weights of weightings) {
    const ranks = rows.flatMap((row) => weigh(row, weights) ?? []);
    const highest = findHighest(ranks);
    if (ranks.length < tools.length) unranked += 1;
    else if (highest < 0) ties += 1;
    else counts[highest] = (counts[highest] ?? 0) + 1;
  }
  return { weightings: weightings.length, higher: Object.fromEntries(tools.map(({ slug }, index) => [slug, counts[index] ?? 0])), ties, unranked };
}
