import type { Tool } from '../catalog/tool';
import type { SetApartReport } from '../derive/set-apart';
import type { Outcomes, Rank } from './rank';

/** A tool as one snapshot ranks it. */
export type RankedTool = Tool & {
  rank: Rank;
  /** Percentile among the ranked tools of its category, 100 at the top; null when unranked or among fewer than three. */
  standing: number | null;
  /** Real, de-duplicated searches that it answered. */
  timesMatched: number;
  /** What readers said about it after a search, until the snapshot. */
  outcomes: Outcomes;
  /** What sets it apart from the others of its category; null where that was not computed, as for a retired tool. */
  setApart: SetApartReport | null;
};
