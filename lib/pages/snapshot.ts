/** The state that a page shows, named on every page. */
export type SnapshotLine = {
  id: string;
  /** Newest fact in the catalogue, ISO date: "now" for every score. */
  asOf: string;
  formula: string;
  toolCount: number;
  factCount: number;
  committedAt: string;
};
