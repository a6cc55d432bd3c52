import { sortSlugs } from './set';
import { formatWeights, parseWeights, type ReaderWeights } from './weights';
import { formatWorkload, parseWorkload, type Workload } from './workload';

/** How a reader looks at one comparison. It lives in the query and never changes what the page says. */
export type View = {
  /** Columns in the reader's order; null for the canonical one. */
  order: readonly string[] | null;
  /** How many tools beyond the limit were left out on the way here. */
  dropped: number;
  /** `differing` leaves out the rows on which all tools are the same. */
  rows: 'all' | 'differing';
  /** The reader's own weights; null for the published ones. */
  weights: ReaderWeights | null;
  /** What the reader wants the cost of; null when nothing was asked. */
  workload: Workload | null;
};

/** Reads the view of a comparison of these tools from a query; an order that is not one of exactly these tools is ignored. */
export function parseView(query: URLSearchParams, slugs: readonly string[]): View {
  const asked = (query.get('order') ?? '').split(',').filter((each) => each !== '');
  const same = sortSlugs(asked).join() === sortSlugs(slugs).join() && asked.length === slugs.length;
  const dropped = Number(query.get('dropped') ?? '0');
  return {
    order: same && asked.join() !== sortSlugs(slugs).join() ? asked : null,
    dropped: Number.isSafeInteger(dropped) && dropped > 0 && dropped < 1_000 ? dropped : 0,
    rows: query.get('rows') === 'differing' ? 'differing' : 'all',
    weights: parseWeights(query.get('w')),
    workload: parseWorkload(query.get('use')),
  };
}

/** The query that holds a view, with its question mark; empty for the plain page: what is as it always is, is left out. */
export function formatView({ order, dropped, rows, weights, workload }: View): string {
  const parts = [
    order === null ? [] : [`order=${order.join(',')}`],
    dropped === 0 ? [] : [`dropped=${dropped}`],
    rows === 'all' ? [] : [`rows=${rows}`],
    weights === null ? [] : [`w=${formatWeights(weights)}`],
    workload === null ? [] : [`use=${formatWorkload(workload)}`],
  ].flat();
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
