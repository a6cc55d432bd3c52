import { findFact } from '../catalog/current';
import type { Kind } from '../catalog/kinds';
import { appliesTo, isSignalId, type SignalId } from '../catalog/signals';
import type { StoredFact, Tool } from '../catalog/tool';
import { daysBetween } from '../format/day';
import { type ComponentFormula, formula } from './formula';
import { findFormulaVersion, scoreMatchGraph, weighComponents } from './match-graph';
import { type ComponentScore, componentIds, type Outcomes, type Rank, type SignalScore } from './rank';
import { measure, scoreAmount } from './scale';
import { isRankedSignal, type RankedSignal, type Scoring, scoring } from './scoring';
import { type Spread, spreads } from './spread';
import { substitutes } from './substitutes';
import { tidy, weighPoints } from './weigh';

export { formulaVersion } from './formula';

type Ranked = Pick<Tool, 'kind' | 'category' | 'facts'>;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

function scoreSignal(tool: Ranked, signal: RankedSignal, share: number, fact: StoredFact | null, asOf: string): SignalScore {
  const { scale } = scoring[signal];
  const spread = findSpread(tool.kind, signal);
  const at = (plausible: number): number => tidy(scoreAmount(scale, plausible));
  const value = fact?.value;
  const amount = value === undefined ? null : measure(scale, value, asOf);
  const base = { signal, share: tidy(share) };
  if (fact === null || amount === null) {
    const unknown = { ...base, known: false, points: at(spread.prior), low: at(spread.worst), high: at(spread.best), fact: null, evidence: 0 };
    return findEstimate(tool, signal, unknown) ?? unknown;
  }
  const known = { ...base, known: true, fact: fact.key, evidence: 1 };
  if (!isOutdated(signal, fact, asOf)) return { ...known, points: at(amount), low: at(amount), high: at(amount) };
  const least = Math.max(at(amount), at(spread.worst));
  return { ...known, points: least, low: least, high: Math.max(least, at(spread.best)) };
}

function findSpread(kind: Kind, signal: RankedSignal): Spread {
  const spread = spreads[kind][signal];
  if (!spread) throw new Error(`lib/rank/spread.ts has no spread of ${signal} for ${kind}: add one before the signal is ranked`);
  return spread;
}

/** The score of an unknown signal by the first test that stands in for it; null where there is none, or it says no more than nothing. */
function findEstimate(tool: Ranked, signal: RankedSignal, unknown: SignalScore): SignalScore | null {
  for (const { from, intercept, slope, misses } of substitutes[signal] ?? []) {
    const fact = findFact(tool.facts, from);
    const value = fact?.value;
    if (fact === null || typeof value !== 'number') continue;
    const at = (miss: number): number => tidy(scoreAmount(scoring[signal].scale, intercept + slope * value + miss));
    const [low, high] = [at(misses.worst), at(misses.best)];
    const evidence = unknown.high === unknown.low ? 0 : tidy(1 - (high - low) / (unknown.high - unknown.low));
    if (evidence > 0) return { ...unknown, points: at(misses.prior), low, high, fact: fact.key, evidence };
  }
  return null;
}

/**
 * True when what was read may well have happened again since. Such a date enters as if nothing had happened, and opens
 * the range up to the best that is plausible.
 */
export function isOutdated(signal: RankedSignal, fact: Pick<StoredFact, 'asOf'>, asOf: string): boolean {
  const { freshFor }: Scoring = scoring[signal];
  const age = daysBetween(fact.asOf, asOf);
  return freshFor !== undefined && age !== null && age > freshFor;
}

/** The signals of one component that can be asked of this tool, with shares scaled to add up to 1. */
function scoreSignals(tool: Ranked, component: ComponentFormula, asOf: string): SignalScore[] {
  const asked: { signal: RankedSignal; share: number; fact: StoredFact | null }[] = [];
  for (const [signal, share] of Object.entries(component.signals)) {
    if (!isSignalId(signal) || !isRankedSignal(signal) || !appliesTo(signal, tool.kind, tool.category)) continue;
    const fact = findFact(tool.facts, signal);
    if (fact?.notApplicable === undefined) asked.push({ signal, share, fact });
  }
  const whole = sum(asked.map(({ share }) => share));
  return asked.map(({ signal, share, fact }) => scoreSignal(tool, signal, share / whole, fact, asOf));
}

/**
 * UnfragileRank of one tool: Σ weight × component, each component the weighted mean of its signals' points.
 * An unknown signal is estimated from another measurement where one stands in for it, else it enters at the prior of its
 * kind; both open a range, as does a date that was read too long ago.
 * A component none of whose signals apply gives its weight to the others in proportion. `asOf` is the date of
 * the snapshot, so the same snapshot gives the same rank for ever. `outcomes` is what people said of the tool, in a kind
 * that has enough of them for the match graph to count (`judgeOutcomes`), and null in every other.
 */
export function rankTool(tool: Ranked, asOf: string, outcomes: Outcomes | null = null): Rank {
  const enough = outcomes !== null;
  const parts = componentIds.map((component) => {
    if (component === 'match-graph' && enough) return scoreMatchGraph(outcomes);
    const signals = scoreSignals(tool, formula[tool.kind][component], asOf);
    const mean = (pick: (signal: SignalScore) => number): number => tidy(sum(signals.map((signal) => signal.share * pick(signal))));
    return {
      component,
      points: mean((signal) => signal.points),
      low: mean((signal) => signal.low),
      high: mean((signal) => signal.high),
      coverage: mean((signal) => signal.evidence),
      signals,
    };
  });
  const weighed = weighPoints(parts, weighComponents(tool.kind, { enough }));
  return { formula: findFormulaVersion(enough), ...weighed, missing: findMissing(weighed.components) };
}

function findMissing(components: readonly ComponentScore[]): SignalId[] {
  return components
    .flatMap(({ weight, signals }) => signals.filter(({ fact }) => fact === null).map(({ signal, share }) => ({ signal, share: weight * share })))
    .sort((a, b) => b.share - a.share || (a.signal < b.signal ? -1 : 1))
    .map(({ signal }) => signal);
}

/**
 * The day that scores take as "now": the newest one on which a ranked signal of any of these tools was measured.
 * A later reading of a manual does not age the figures of everybody else. Null when nothing was measured.
 */
export function findScoringDay(tools: readonly Pick<Tool, 'facts'>[]): string | null {
  const days = tools.flatMap(({ facts }) => facts.filter((fact) => fact.method === 'measured' && isRankedSignal(fact.signal)).map((fact) => fact.asOf));
  return days.reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
}
