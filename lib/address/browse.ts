import { type CategoryId, categoryIds } from '../catalog/categories';
import { type Kind, kinds } from '../catalog/kinds';

export const sorts = ['rank', 'name', 'price', 'newest'] as const;
export type Sort = (typeof sorts)[number];

export const pricingWords = ['usage-based', 'subscription', 'free tier', 'free software', 'unknown'] as const;
export type PricingWord = (typeof pricingWords)[number];

/** What a list shows: every field is in the address, and one that is left out means "all". */
export type Browse = {
  category: CategoryId | null;
  kind: Kind | null;
  pricing: PricingWord | null;
  /** A licence as records write it, or `unknown`. */
  licence: string | null;
  /** True: open weights alone. False: closed weights alone. */
  weights: 'open' | 'closed' | null;
  vendor: string | null;
  ranked: 'yes' | 'no' | null;
  sort: Sort;
  page: number;
};

export const everything: Browse = {
  category: null,
  kind: null,
  pricing: null,
  licence: null,
  weights: null,
  vendor: null,
  ranked: null,
  sort: 'rank',
  page: 1,
};

/** Page numbers beyond this one are refused: no list is that long. */
const lastPage = 10_000;

/** The word itself where it is one of these, else null. */
export function oneOf<Word extends string>(words: readonly Word[], text: string | null): Word | null {
  return words.find((word) => word === text) ?? null;
}

const shortText = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim().slice(0, 160));

/** Reads the query of a list. What it does not understand is left out; it never throws. */
export function parseBrowse(query: URLSearchParams): Browse {
  const page = Number(query.get('page') ?? '1');
  return {
    category: oneOf(categoryIds, query.get('category')),
    kind: oneOf(kinds, query.get('kind')),
    pricing: oneOf(pricingWords, query.get('pricing')),
    licence: shortText(query.get('licence')),
    weights: oneOf(['open', 'closed'] as const, query.get('weights')),
    vendor: shortText(query.get('vendor')),
    ranked: oneOf(['yes', 'no'] as const, query.get('ranked')),
    sort: oneOf(sorts, query.get('sort')) ?? 'rank',
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** The address of a list at `path`; what is at its default is left out, so that a plain list has a plain address. */
export function browseHref(path: string, browse: Partial<Browse>): string {
  const query = new URLSearchParams();
  for (const name of ['category', 'kind', 'pricing', 'licence', 'weights', 'vendor', 'ranked'] as const) {
    const value = browse[name];
    if (value) query.set(name, value);
  }
  if (browse.sort && browse.sort !== 'rank') query.set('sort', browse.sort);
  if (browse.page && browse.page > 1) query.set('page', String(browse.page));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
