'use client';

import { useSyncExternalStore } from 'react';
import { formatView, parseView, type View } from '../../lib/address/view';

const changed = 'unfragile:view';

/** Has a listener hear of every change of the reader's view; gives what ends that. */
export function subscribeToView(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('popstate', listener);
  };
}

const readView = (search: string, slugs: readonly string[]): View => parseView(new URLSearchParams(search), slugs);

/** Changes a part of the reader's view: it stands in the address, in place of what stood there, and every part of the page hears of it. */
export function changeView(part: Partial<View>, slugs: readonly string[]): void {
  const view = { ...readView(location.search, slugs), ...part };
  history.replaceState(history.state, '', `${location.pathname}${formatView(view)}${location.hash}`);
  window.dispatchEvent(new Event(changed));
}

/** The reader's view of a comparison of these tools; the plain one until the page has come alive. */
export function useView(slugs: readonly string[]): { view: View; isPlain: boolean } {
  const search = useSyncExternalStore(
    subscribeToView,
    () => location.search,
    () => '',
  );
  return { view: readView(search, slugs), isPlain: search === '' };
}
