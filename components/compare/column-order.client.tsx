'use client';

import { useSyncExternalStore } from 'react';
import { formatView, parseView } from '../../lib/address/view';

const changed = 'unfragile:view';

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Puts the order into the address and into the places that the style sheet reads; the head script does the latter on arrival. */
function show(order: readonly string[], slugs: readonly string[]): void {
  const { dropped } = parseView(new URLSearchParams(location.search), slugs);
  const canonical = order.join() === slugs.join();
  history.replaceState(history.state, '', `${location.pathname}${formatView({ order: canonical ? null : order, dropped })}${location.hash}`);
  slugs.forEach((slug, index) => {
    document.documentElement.style.setProperty(`--o${index}`, String(2 * order.indexOf(slug) + 2));
  });
  window.dispatchEvent(new Event(changed));
}

/** Swaps columns. The order is the reader's own: it stands in the query, and the page stays the same. */
export function ColumnOrder({ slugs, names }: { slugs: readonly string[]; names: readonly string[] }) {
  const search = useSyncExternalStore(
    subscribe,
    () => location.search,
    () => '',
  );
  const order = parseView(new URLSearchParams(search), slugs).order ?? slugs;
  const named = order.map((slug) => names[slugs.indexOf(slug)]).join(', ');
  const [first, ...rest] = order;
  if (first === undefined) return null;
  return (
    <>
      <button type="button" className="copy needs-script" onClick={() => show([...rest, first], slugs)}>
        {slugs.length === 2 ? 'Swap columns' : 'Rotate columns'}
      </button>
      <span role="status" className="sr-only">
        {search === '' ? '' : `Columns: ${named}`}
      </span>
    </>
  );
}
