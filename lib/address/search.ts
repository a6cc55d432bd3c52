import { type Modality, modalities } from '../catalog/modalities';
import { type Browse, oneOf, parseBrowse } from './browse';
import { searchHref, searchPageHref, searchTwinHref } from './href';
import type { Twin } from './set';

/** What a search is narrowed to; each stands in the address. */
export type SearchFilters = Pick<Browse, 'kind' | 'pricing' | 'licence' | 'weights'> & {
  /** The most that a million input tokens may cost, in US dollars, as an exact decimal. */
  maxPrice: string | null;
  modality: Modality | null;
};

export const searchFilters = ['kind', 'pricing', 'licence', 'weights', 'maxPrice', 'modality'] as const satisfies readonly (keyof SearchFilters)[];
export type SearchFilter = (typeof searchFilters)[number];

/** Offered as a choice; an address may hold any other. */
export const offeredPrices = ['0.1', '0.5', '1', '3', '10'] as const;

const parsePrice = (text: string | null): string | null => (text !== null && /^\d{1,6}(\.\d{1,6})?$/.test(text) ? text : null);

/** Reads the filters of a search. What it does not understand is left out; it never throws. */
export function parseSearchFilters(query: URLSearchParams): SearchFilters {
  const { kind, pricing, licence, weights } = parseBrowse(query);
  return {
    kind,
    pricing,
    licence: licence?.replaceAll('\0', '') || null,
    weights,
    maxPrice: parsePrice(query.get('maxPrice')),
    modality: oneOf(modalities, query.get('modality')),
  };
}

/** The twins of a search, with its filters. */
export function searchForms(query: string, from: readonly string[], filters: Partial<SearchFilters>): Record<Twin, string> {
  const asked = filteredSearchHref(query, from, filters).slice(searchPageHref.length);
  return { md: `${searchTwinHref('md')}${asked}`, json: `${searchTwinHref('json')}${asked}`, csv: `${searchTwinHref('csv')}${asked}` };
}

/** The address of a search with its filters. */
export function filteredSearchHref(query: string, from: readonly string[], filters: Partial<SearchFilters>): string {
  const plain = searchHref(query, from);
  const chosen = searchFilters.flatMap((filter) => (filters[filter] ? [[filter, filters[filter]]] : []));
  const text = new URLSearchParams(chosen).toString();
  return text === '' ? plain : `${plain}${plain.includes('?') ? '&' : '?'}${text}`;
}
