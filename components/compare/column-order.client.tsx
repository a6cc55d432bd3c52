'use client';

import { changeView, useView } from './view.client';

/** Puts the order into the places that the style sheet reads; the head script does so on arrival. */
function show(order: readonly string[], slugs: readonly string[]): void {
  changeView({ order: order.join() === slugs.join() ? null : order }, slugs);
  slugs.forEach((slug, index) => {
    document.documentElement.style.setProperty(`--o${index}`, String(2 * order.indexOf(slug) + 2));
  });
}

/** Swaps columns. The order is the reader's own: it stands in the query, and the page stays the same. */
export function ColumnOrder({ slugs, names }: { slugs: readonly string[]; names: readonly string[] }) {
  const { view, isPlain } = useView(slugs);
  const order = view.order ?? slugs;
  const named = order.map((slug) => names[slugs.indexOf(slug)]).join(', ');
  const [first, ...rest] = order;
  if (first === undefined) return null;
  return (
    <>
      <button type="button" className="copy needs-script" onClick={() => show([...rest, first], slugs)}>
        {slugs.length === 2 ? 'Swap columns' : 'Rotate columns'}
      </button>
      <span role="status" className="sr-only">
        {isPlain ? '' : `Columns: ${named}`}
      </span>
    </>
  );
}
