import { minimumCoverage } from './formula';
import type { ComponentId, ComponentScore, ComponentWeights, Range, Rank } from './rank';

/** What weights are applied to: one component of a tool. Without signals it does not apply to the tool. */
export type ComponentPoints = Range & { component: ComponentId; points: number; coverage: number; signals: readonly unknown[] };

/** A total under some weights. The contributions add up to it. */
export type Weighed<Points> = Range & {
  total: number;
  /** Share of the weight that rests on known signals, 0–1. */
  coverage: number;
  /** False when less than the minimum of it is known, or nothing that has weight applies to the tool. */
  ranked: boolean;
  components: readonly (Points & { weight: number; contribution: number })[];
};

/** Six decimals: the same bytes on every machine, and far below what is ever shown. */
export const tidy = (amount: number): number => Math.round(amount * 1e6) / 1e6;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/**
 * Σ weight × points, for the total, both ends and the coverage. Only the proportions of the weights count. A component that
 * does not apply gives its weight to the others in proportion; where nothing is left to weigh, the total is 0 and not ranked.
 */
export function weighPoints<Points extends ComponentPoints>(parts: readonly Points[], weights: ComponentWeights): Weighed<Points> {
  const raw = (part: Points): number => (part.signals.length > 0 ? weights[part.component] : 0);
  const whole = sum(parts.map(raw));
  const components = parts.map((part) => {
    const weight = whole === 0 ? 0 : tidy(raw(part) / whole);
    return { ...part, weight, contribution: tidy(weight * part.points) };
  });
  // Both ends are added up as the total is, so that full data leaves no width at all.
  const over = (pick: (part: Points) => number): number => tidy(sum(components.map((each) => tidy(each.weight * pick(each)))));
  const coverage = over((each) => each.coverage);
  return {
    total: over((each) => each.points),
    low: over((each) => each.low),
    high: over((each) => each.high),
    coverage,
    ranked: coverage >= minimumCoverage,
    components,
  };
}

/** A stored rank under other weights than those of its kind; with those of its kind it is the same again. */
export function weighRank({ components }: Pick<Rank, 'components'>, weights: ComponentWeights): Weighed<ComponentScore> {
  return weighPoints(components, weights);
}
