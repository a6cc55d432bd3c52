import type { Tool } from '../catalog/tool';
import type { Rank } from './rank';

/** A tool as one snapshot ranks it. */
export type RankedTool = Tool & {
  rank: Rank;
  /** Percentile among the ranked tools of its category, 100 at the top; null when unranked or among fewer than three. */
  standing: number | null;
  /** Real, de-duplicated searches that it answered. */
  timesMatched: number;
};
