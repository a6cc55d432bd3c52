import type { SignalId } from '../catalog/signals';

export const componentIds = ['adoption', 'quality', 'ecosystem', 'match-graph', 'freshness'] as const;
export type ComponentId = (typeof componentIds)[number];

/** What each component weighs; at least 0, and only proportions count. */
export type ComponentWeights = Record<ComponentId, number>;

/** Two ends of a plausible interval, low first, on the scale of the value that it belongs to. */
export type Range = { low: number; high: number };

/** One signal's part in a component. Points are 0–100; for an unknown signal they are the prior of its kind. */
export type SignalScore = Range & {
  signal: SignalId;
  /** Share of the component, 0–1; the shares of one component add up to 1. */
  share: number;
  /** Measured: false also where another measurement stands in for it. */
  known: boolean;
  points: number;
  /** Key of the fact that was scored, or that stands in for an unknown one; null when nothing is known. */
  fact: string | null;
  /** How much of what an unknown signal leaves open is closed: 1 when it is known, 0 when nothing is, 0–1 for an estimate. */
  evidence: number;
};

/** How often people said that a match with a tool worked, and that it did not; each visitor, need and day once. */
export type Outcomes = { worked: number; failed: number };

/** One component of the rank. `points`, `low`, `high` are 0–100; `contribution` is `weight × points`. */
export type ComponentScore = Range & {
  component: ComponentId;
  /** 0–1; the weights of one kind add up to 1. Zero: the component is not counted yet. */
  weight: number;
  points: number;
  contribution: number;
  /** Share of the component that rests on known signals, 0–1; an estimate counts by its evidence. */
  coverage: number;
  signals: readonly SignalScore[];
  /** What the match graph was scored by; only there, and only in a kind that counts it. */
  outcomes?: Outcomes;
};

/** UnfragileRank of one tool with everything it was made from. The contributions add up to `total`. */
export type Rank = Range & {
  formula: string;
  total: number;
  coverage: number;
  /** False when too little is known: the page then says "not ranked yet" and what is missing. */
  ranked: boolean;
  /** Signals of which nothing is known, the heaviest first. */
  missing: readonly SignalId[];
  components: readonly ComponentScore[];
};
