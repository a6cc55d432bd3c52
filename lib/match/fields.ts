/** How much a field of a tool's text says about what the tool is for. */
export type Field = {
  /** Weight of one occurrence. */
  weight: number;
  /** 0–1: how far a longer text thins out its words. */
  thinning: number;
  /** Words of a usual text; a text of this length is neither thinned out nor strengthened. */
  usualLength: number;
};

/**
 * The fields that search reads, and the only place of their weights. Lengths are fixed rather than averages of the
 * catalogue: a tool's weights do not change because others were added, and measured as well (README.md).
 */
export const fields = {
  name: { weight: 2, thinning: 0.3, usualLength: 3 },
  alias: { weight: 1, thinning: 0.5, usualLength: 8 },
  vendor: { weight: 0.5, thinning: 0.3, usualLength: 2 },
  summary: { weight: 1, thinning: 0.6, usualLength: 18 },
  job: { weight: 0.5, thinning: 0.3, usualLength: 10 },
  capability: { weight: 3, thinning: 0.3, usualLength: 6 },
  description: { weight: 0.6, thinning: 0.5, usualLength: 60 },
  /** How people ask for the task that a capability is named after (task-words.ts). */
  everyday: { weight: 0.35, thinning: 0.3, usualLength: 20 },
  /** What that task turns into what (conversions.ts). */
  conversion: { weight: 2, thinning: 0, usualLength: 1 },
  need: { weight: 1, thinning: 0.5, usualLength: 60 },
  detail: { weight: 0.3, thinning: 0.75, usualLength: 25 },
  learned: { weight: 1, thinning: 0.5, usualLength: 120 },
} as const satisfies Record<string, Field>;

export type FieldId = keyof typeof fields;

/** The more a word is repeated, the less each repetition adds; at this weighted count it has half of its greatest weight. */
export const saturation = 1.6;

/** Learned needs weigh this much while few tools have any, so that the others lose nothing … */
const leastLearnedWeight = 0.05;
/** … and this much when every tool has some. */
const greatestLearnedWeight = 0.35;
/** Steps of the weight: the index is written anew when one is crossed. */
const step = 0.05;

/** Weight of the field of learned needs, by the share of tools that have any. */
export function weighLearned(share: number): number {
  const even = Math.max(0, 2 * share - 1);
  return Math.round((leastLearnedWeight + (greatestLearnedWeight - leastLearnedWeight) * even) / step) * step;
}
