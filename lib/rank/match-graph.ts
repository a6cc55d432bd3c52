import type { Kind } from '../catalog/kinds';
import { formula } from './formula';
import type { ComponentId, ComponentWeights, Range } from './rank';

/** How often people said that a match with a tool worked, and that it did not; each visitor, need and day once. */
export type Outcomes = { worked: number; failed: number };

/**
 * When the match graph may enter the formula of a kind. With 20 outcomes a share of one half is known to about 14 points
 * either way in four cases of five: below that it tells no rivals apart. Half of the kind's tools must have as many, because
 * a component that most tools lack measures who is known and not what works; and there must be 30 of them, so that
 * a handful of visitors cannot bring the component in.
 */
export const matchGraphThreshold = { outcomesOfTool: 20, shareOfTools: 0.5, tools: 30 } as const;

/** What the component weighs in a kind that it has entered; the others keep their proportions. */
export const matchGraphWeight = 0.1;

/** The version that the formula gets when the first kind enters. Formulas of one version are never changed. */
export const nextFormulaVersion = 'match-graph.1';

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
