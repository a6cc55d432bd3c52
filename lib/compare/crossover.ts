import { type Growing, mostOf, type Workload } from '../address/workload';
import { type Basis, type Cost, compareSums, computeCost, type Gap, type PricedModel } from './workload';

export type PricedTool = { slug: string; basis: Basis };

/** Between the whole quantities `at` and the next one the cheapest changes; at `at` itself they cost the same when `equal`. */
export type Change = { at: number; equal: boolean; from: readonly string[]; to: readonly string[] };

export type CostAt = { slug: string; cost: Cost };

/** What each tool costs a month when one quantity of a workload is `amount` and the others stay as they are. */
export function costAt(tools: readonly PricedTool[], workload: Workload, amount: number, model: PricedModel | null): CostAt[] {
  const changed = { ...workload, [workload.by]: amount };
  return tools.map(({ slug, basis }) => ({ slug, cost: computeCost(basis, changed, model) }));
}

/** The slugs of those that cost least; empty when no cost is known. Costs that cannot be computed are no rivals. */
export function findCheapest(costs: readonly CostAt[]): string[] {
  const known = costs.flatMap(({ slug, cost }) => (cost.kind === 'cost' ? [{ slug, usd: cost.usd }] : []));
  return known.filter((one) => known.every((other) => compareSums(one.usd, other.usd) <= 0)).map(({ slug }) => slug);
}

/** 1, 2 or 5 times a power of ten, the least that is not below `amount`. */
function roundUp(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, amount)));
  return [1, 2, 5, 10].map((times) => times * power).find((each) => each >= amount) ?? 10 * power;
}

/** The least quantity the chart begins at: there is no workload of no calls. */
export const leastOf = (by: Growing): number => (by === 'calls' ? 1 : 0);

/** The quantity up to which all prices hold: hosts state some for prompts up to a length alone. */
function findLimit(tools: readonly PricedTool[], workload: Workload, model: PricedModel | null): number {
  if (workload.by === 'cached') return 100 - workload.written;
  if (workload.by !== 'input') return mostOf[workload.by];
  const offers = tools.flatMap(({ basis }) => (basis.kind === 'tokens' ? [basis.offer] : basis.kind === 'needs-model' && model ? [model.offer] : []));
  return Math.min(mostOf.input, ...offers.flatMap(({ promptLimit }) => promptLimit ?? []));
}

/** Where the chart ends: twice the reader's quantity in round numbers, or further where the cheapest changes within ten times of it. */
function findEnd(tools: readonly PricedTool[], workload: Workload, limit: number, model: PricedModel | null): number {
  if (workload.by === 'cached') return limit;
  const now = Math.max(10, workload[workload.by]);
  const [first] = findChanges(tools, workload, Math.min(limit, 10 * now), model);
  return Math.min(limit, roundUp(Math.max(2 * now, first === undefined ? 0 : 1.2 * first.at)));
}

/** Costs along one quantity. A tool takes part when its cost is known wherever the chart goes, and not by a gap that happens to be unused. */
export type Crossover = {
  start: number;
  end: number;
  tools: readonly PricedTool[];
  left: readonly { slug: string; because: Gap }[];
  changes: readonly Change[];
};

export function drawCrossover(tools: readonly PricedTool[], workload: Workload, model: PricedModel | null): Crossover {
  const now = costAt(tools, workload, workload[workload.by], model);
  const computable = tools.filter((_tool, index) => now[index]?.cost.kind === 'cost');
  const limit = findLimit(computable, workload, model);
  const far = [...costAt(computable, workload, limit, model), ...now];
  const left = far.flatMap(({ slug, cost }) => (cost.kind === 'cost' ? [] : [{ slug, because: cost.because }]));
  const drawn = computable.filter(({ slug }) => !left.some((each) => each.slug === slug));
  const end = findEnd(drawn, workload, limit, model);
  return { start: leastOf(workload.by), end, tools: drawn, left, changes: findChanges(drawn, workload, end, model) };
}

/**
 * Where the cheapest tool changes as the quantity grows from its least to `end`, in order. Costs are straight lines in each
 * quantity, so two of them meet at most once: the place is found exactly, by the costs of whole quantities on both sides.
 */
function findChanges(tools: readonly PricedTool[], workload: Workload, end: number, model: PricedModel | null): Change[] {
  const least = leastOf(workload.by);
  const cheapestAt = (amount: number): string[] => findCheapest(costAt(tools, workload, amount, model));
  const changes: Change[] = [];
  if (tools.length < 2) return changes;
  for (let at = least; at < end; ) {
    const from = strip(cheapestAt, at, end);
    const last = findLast(at, end, (amount) => from.some((slug) => cheapestAt(amount).includes(slug)));
    if (last >= end) break;
    const here = cheapestAt(last);
    changes.push({ at: last, equal: here.length > from.length, from, to: strip(cheapestAt, last + 1, end) });
    at = last + 1;
  }
  return changes;
}

/** The cheapest from `at` on: those that tie at `at` alone, because lines meet there, are not it. */
function strip(cheapestAt: (amount: number) => string[], at: number, end: number): string[] {
  const [here, next] = [cheapestAt(at), cheapestAt(Math.min(at + 1, end))];
  const stays = here.filter((slug) => next.includes(slug));
  return stays.length > 0 ? stays : here;
}

/** The last amount from `low` to `high` for which `holds`, which holds at `low` and, once it does not, never again. */
function findLast(low: number, high: number, holds: (amount: number) => boolean): number {
  let [yes, no] = [low, high + 1];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
