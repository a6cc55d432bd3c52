import { sortSlugs } from './set';

/** How a reader looks at one comparison. It lives in the query and never changes what the page says. */
export type View = {
  /** Columns in the reader's order; null for the canonical one. */
  order: readonly string[] | null;
  /** How many tools beyond the limit were left out on the way here. */
  dropped: number;
};

/** Reads the view of a comparison of these tools from a query; an order that is not one of exactly these tools is ignored. */
export function parseView(query: URLSearchParams, slugs: readonly string[]): View {
  const asked = (query.get('order') ?? '').split(',').filter((each) => each !== '');
  const same = sortSlugs(asked).join() === sortSlugs(slugs).join() && asked.length === slugs.length;
  const dropped = Number(query.get('dropped') ?? '0');
  return {
    order: same && asked.join() !== sortSlugs(slugs).join() ? asked : null,
    dropped: Number.isSafeInteger(dropped) && dropped > 0 && dropped < 1_000 ? dropped : 0,
  };
}

/** The query that holds a view, with its question mark; empty for the plain page. */
export function formatView(view: View): string {
  const parts = [...(view.order === null ? [] : [`order=${view.order.join(',')}`]), ...(view.dropped === 0 ? [] : [`dropped=${view.dropped}`])];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
