import { compareStartHref } from '../address/href';
import type { Route } from './route';

const ending = /^(\/(?:compare|tools)\/.+)\/changes(\.atom)?$/i;

/** `/compare/a-vs-b/changes` and its feed, taken apart; null for every other path. */
export function splitChanges(path: string): { page: string; feed: boolean } | null {
  const [, page, atom] = ending.exec(path) ?? [];
  return page === undefined ? null : { page, feed: atom !== undefined };
}

/** Where the log of changes is, given where the page leads that it belongs to. `path` and `query` are what was asked for. */
export function routeChanges(base: Route, feed: boolean, { path, query }: { path: string; query: string }): Route {
  switch (base.type) {
    case 'page': {
      const canonical = `${base.path}/changes${feed ? '.atom' : ''}`;
      if (base.path.startsWith('/twin/')) return { type: 'missing', path: '/missing' };
      if (canonical !== path) return { type: 'redirect', location: query === '' ? canonical : `${canonical}?${query}` };
      return { type: 'page', path: feed ? `/twin/atom${base.path}` : canonical };
    }
    case 'redirect': {
      const [moved = '', kept] = base.location.split('?', 2);
      if (moved === compareStartHref) return base;
      return { type: 'redirect', location: `${moved}/changes${feed ? '.atom' : ''}${kept === undefined ? '' : `?${kept}`}` };
    }
    case 'missing':
      return feed ? { ...base, path: `/twin/atom${base.path}` } : base;
    case 'dynamic':
    case 'search':
      return base;
  }
}
