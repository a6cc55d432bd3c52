import type { ReaderWeights } from '../address/weights';
import type { Kind } from '../catalog/kinds';
import { formula } from './formula';
import type { ComponentWeights } from './rank';

/** What the components that a reader weighs have in the formula of a kind, in whole per cents; the match graph, where it counts, leaves their proportions. */
export function publishedWeights(kind: Kind): ReaderWeights {
  const { adoption, quality, ecosystem, freshness } = formula[kind];
  const percent = ({ weight }: { weight: number }): number => Math.round(weight * 100);
  return { adoption: percent(adoption), quality: percent(quality), ecosystem: percent(ecosystem), freshness: percent(freshness) };
}

/** A reader's weights as the formula takes them: they leave the match graph out, also where the published rank counts it. */
export const toComponentWeights = (weights: ReaderWeights): ComponentWeights => ({ ...weights, 'match-graph': 0 });

export const sameWeights = (a: ReaderWeights, b: ReaderWeights): boolean =>
  a.adoption === b.adoption && a.quality === b.quality && a.ecosystem === b.ecosystem && a.freshness === b.freshness;

/** "X first" gives one component 70 % and each other 10 %. Price is no component of the rank, so there is no weight to put on it. */
export const weightPresets = [
  { id: 'adoption', weights: { adoption: 70, quality: 10, ecosystem: 10, freshness: 10 } },
  { id: 'quality', weights: { adoption: 10, quality: 70, ecosystem: 10, freshness: 10 } },
  { id: 'ecosystem', weights: { adoption: 10, quality: 10, ecosystem: 70, freshness: 10 } },
  { id: 'freshness', weights: { adoption: 10, quality: 10, ecosystem: 10, freshness: 70 } },
  { id: 'equal', weights: { adoption: 25, quality: 25, ecosystem: 25, freshness: 25 } },
] as const satisfies readonly { id: string; weights: ReaderWeights }[];
export type WeightPreset = (typeof weightPresets)[number]['id'];
