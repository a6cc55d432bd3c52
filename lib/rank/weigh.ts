import { minimumCoverage } from './formula';
import type { ComponentId, ComponentScore, ComponentWeights, Outcomes, Range, Rank } from './rank';

/** What weights are applied to: one component of a tool. Without signals or outcomes it does not apply to the tool. */
export type ComponentPoints = Range & { component: ComponentId; points: number; coverage: number; signals: readonly unknown[]; outcomes?: Outcomes };

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

type Ends = Omit<Weighed<never>, 'components'>;

/** The share of each component: one that does not apply gives its weight to the others; where nothing is left to weigh, all are 0. */
function share(parts: readonly ComponentPoints[], weights: ComponentWeights): number[] {
  const raw = parts.map((part) => (part.signals.length > 0 || part.outcomes !== undefined ? weights[part.component] : 0));
  const whole = raw.reduce((sum, each) => sum + each, 0);
  return raw.map((each) => (whole === 0 ? 0 : tidy(each / whole)));
}

/** Both ends are added up as the total is, so that full data leaves no width at all. Plain loops: readers' weights are tried by the thousand. */
function addUp(parts: readonly ComponentPoints[], shares: readonly number[]): Ends {
  let [total, low, high, coverage] = [0, 0, 0, 0];
  parts.forEach((part, index) => {
    const weight = shares[index] ?? 0;
    total += tidy(weight * part.points);
    low += tidy(weight * part.low);
    high += tidy(weight * part.high);
    coverage += tidy(weight * part.coverage);
  });
  const known = tidy(coverage);
  return { total: tidy(total), low: tidy(low), high: tidy(high), coverage: known, ranked: known >= minimumCoverage };
}

/** The total alone, with its range: Σ weight × points. Only the proportions of the weights count. */
export function weighTotal(parts: readonly ComponentPoints[], weights: ComponentWeights): Ends {
  return addUp(parts, share(parts, weights));
}

/** The total as `weighTotal` gives it, with what each component adds to it. */
export function weighPoints<Points extends ComponentPoints>(parts: readonly Points[], weights: ComponentWeights): Weighed<Points> {
  const shares = share(parts, weights);
  const components = parts.map((part, index) => {
    const weight = shares[index] ?? 0;
    return { ...part, weight, contribution: tidy(weight * part.points) };
  });
  return { ...addUp(parts, shares), components };
}

/** A stored rank under other weights than those of its kind; with those of its kind it is the same again. */
export function weighRank({ components }: Pick<Rank, 'components'>, weights: ComponentWeights): Weighed<ComponentScore> {
  return weighPoints(components, weights);
}
