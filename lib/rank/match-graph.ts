import type { Kind } from '../catalog/kinds';
import { formula, formulaVersion } from './formula';
import type { ComponentId, ComponentWeights, Outcomes, Range, Rank } from './rank';
import { tidy } from './weigh';

/**
 * When the match graph may enter the formula of a kind. With 20 outcomes a share of one half is known to about 14 points
 * either way in four cases of five: below that it tells no rivals apart. Half of the kind's tools must have as many, because
 * a component that most tools lack measures who is known and not what works; and there must be 30 of them, so that
 * a handful of visitors cannot bring the component in.
 */
export const matchGraphThreshold = { outcomesOfTool: 20, shareOfTools: 0.5, tools: 30 } as const;

/** What the component weighs in a kind that it has entered; the others keep their proportions. */
export const matchGraphWeight = 0.1;

/** The version of the formula of a kind that has entered, and of a snapshot with such a kind; every other rank stays of the version before. */
export const nextFormulaVersion = `${formulaVersion}+match-graph.1`;

export const matchGraphWhy =
  'How many of those who said whether a match worked say that it did. Counted where at least half of the kind’s tools have enough outcomes; the other components keep their proportions.';

export type Standing = { enough: boolean; tools: number; toolsWithEnough: number; needed: number; outcomes: number };

const countOutcomes = ({ worked, failed }: Outcomes): number => worked + failed;

/** Whether a kind has enough outcomes, and how far it is. `outcomes` has one entry for every active tool of the kind. */
export function judgeOutcomes(outcomes: readonly Outcomes[]): Standing {
  const toolsWithEnough = outcomes.filter((each) => countOutcomes(each) >= matchGraphThreshold.outcomesOfTool).length;
  const needed = Math.max(matchGraphThreshold.tools, Math.ceil(outcomes.length * matchGraphThreshold.shareOfTools));
  return {
    enough: toolsWithEnough >= needed,
    tools: outcomes.length,
    toolsWithEnough,
    needed,
    outcomes: outcomes.reduce((sum, each) => sum + countOutcomes(each), 0),
  };
}

/** The kinds whose formula the match graph has entered. `outcomes` has one entry for every active tool, by kind. */
export function findCounted(outcomes: ReadonlyMap<Kind, readonly Outcomes[]>): Set<Kind> {
  return new Set([...outcomes].filter(([, each]) => judgeOutcomes(each).enough).map(([kind]) => kind));
}

export const findFormulaVersion = (isCounted: boolean): string => (isCounted ? nextFormulaVersion : formulaVersion);

/** The weights of a kind: those in force, or with the match graph in them once the kind has enough outcomes. */
export function weighComponents(kind: Kind, standing: Pick<Standing, 'enough'>): ComponentWeights {
  const left = standing.enough ? 1 - matchGraphWeight : 1;
  const weigh = (component: ComponentId): number => Math.round(formula[kind][component].weight * left * 1e6) / 1e6;
  return {
    adoption: weigh('adoption'),
    quality: weigh('quality'),
    ecosystem: weigh('ecosystem'),
    'match-graph': standing.enough ? matchGraphWeight : weigh('match-graph'),
    freshness: weigh('freshness'),
  };
}

export const countsMatchGraph = ({ components }: Pick<Rank, 'components'>): boolean => components.some(({ outcomes }) => outcomes !== undefined);

/** The weights that a stored rank was made with, before a component that does not apply to its tool gave its own to the others. */
export function findWeights({ kind, rank }: { kind: Kind; rank: Pick<Rank, 'components'> }): ComponentWeights {
  return weighComponents(kind, { enough: countsMatchGraph(rank) });
}

/** 80 of 100 intervals hold the true share: the 10th and the 90th percentile, as for every other unknown. */
const deviations = 1.2816;

/**
 * 0–100 points of a tool, by the score interval of a share (Wilson, 1927): its middle, and its two ends. Few outcomes pull
 * the points to the middle and leave the range open. Null when nobody has said anything.
 */
export function scoreOutcomes(outcomes: Outcomes): (Range & { points: number }) | null {
  const count = countOutcomes(outcomes);
  if (count === 0) return null;
  const share = outcomes.worked / count;
  const square = deviations ** 2;
  const middle = (share + square / (2 * count)) / (1 + square / count);
  const reach = (deviations / (1 + square / count)) * Math.sqrt((share * (1 - share)) / count + square / (4 * count ** 2));
  const toPoints = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 1e8) / 1e6;
  return { points: toPoints(middle), low: toPoints(middle - reach), high: toPoints(middle + reach) };
}

/** What that interval tends to when there are fewer and fewer outcomes: the middle, and everything open. */
const nothingSaid = { points: 50, low: 0, high: 100 } as const;

/** The component of a tool in a kind that counts it. As for an estimate, the evidence is the share of the range that the outcomes close. */
export function scoreMatchGraph(outcomes: Outcomes) {
  const { points, low, high } = scoreOutcomes(outcomes) ?? nothingSaid;
  return { component: 'match-graph' as const, points, low, high, coverage: tidy(1 - (high - low) / 100), signals: [], outcomes };
}
