import { type Modality, modalities } from '../catalog/modalities';
import { anyFree, type anyOpenLicence } from '../catalog/open-licences';
import { type Browse, oneOf, type PricingWord, parseBrowse } from './browse';
import { searchHref, searchPageHref, searchTwinHref } from './href';
import type { Twin } from './set';

/** What a search is narrowed to; each stands in the address. */
export type SearchFilters = Pick<Browse, 'kind' | 'weights'> & {
  /** One way of paying, or whatever is free. */
  pricing: PricingWord | typeof anyFree | null;
  /** A licence as records write it, `unknown`, or any open one. */
  licence: string | typeof anyOpenLicence | null;
  /** The most that a million input tokens may cost, in US dollars, as an exact decimal. */
  maxPrice: string | null;
  modality: Modality | null;
};

export const searchFilters = ['kind', 'pricing', 'licence', 'weights', 'maxPrice', 'modality'] as const satisfies readonly (keyof SearchFilters)[];
export type SearchFilter = (typeof searchFilters)[number];

/** What stands in an address for a filter that is neither chosen nor to be read from the words of the need. */
export const anyFilter = 'any';

export const noFilters: SearchFilters = { kind: null, pricing: null, licence: null, weights: null, maxPrice: null, modality: null };

/** Offered as a choice; an address may hold any other. */
export const offeredPrices = ['0.1', '0.5', '1', '3', '10'] as const;

const parsePrice = (text: string | null): string | null => (text !== null && /^\d{1,6}(\.\d{1,6})?$/.test(text) ? text : null);

/** Reads the filters of a search. What it does not understand is left out; it never throws. */
export function parseSearchFilters(query: URLSearchParams): SearchFilters {
  const { kind, pricing, licence, weights } = parseBrowse(query);
  return {
    kind,
    pricing: pricing ?? oneOf([anyFree], query.get('pricing')),
    licence: query.get('licence') === anyFilter ? null : licence?.replaceAll('\0', '') || null,
    weights,
    maxPrice: parsePrice(query.get('maxPrice')),
    modality: oneOf(modalities, query.get('modality')),
  };
}

/** Reads which filters are not to be read from the words of the need: those that say `any`, or all. */
export function parseAsWritten(query: URLSearchParams): SearchFilter[] {
  return searchFilters.filter((filter) => query.get('as') === 'written' || query.get(filter) === anyFilter);
}

/** True where no filter at all is to be read from the words. */
export const isAsWritten = (asWritten: readonly SearchFilter[]): boolean => searchFilters.every((filter) => asWritten.includes(filter));

/** The twins of a search, with its filters. */
export function searchForms(
  query: string,
  from: readonly string[],
  filters: Partial<SearchFilters>,
  asWritten: readonly SearchFilter[] = [],
): Record<Twin, string> {
  const asked = filteredSearchHref(query, from, filters, asWritten).slice(searchPageHref.length);
  return { md: `${searchTwinHref('md')}${asked}`, json: `${searchTwinHref('json')}${asked}`, csv: `${searchTwinHref('csv')}${asked}` };
}

/** The address of a search with its filters, and those that are not to be read from its words. */
export function filteredSearchHref(query: string, from: readonly string[], filters: Partial<SearchFilters>, asWritten: readonly SearchFilter[] = []): string {
  const plain = searchHref(query, from);
  const isWritten = isAsWritten(asWritten);
  const chosen = searchFilters.flatMap((filter): [string, string][] => {
    const value = filters[filter] || (!isWritten && asWritten.includes(filter) ? anyFilter : null);
    return value === null ? [] : [[filter, value]];
  });
  const text = new URLSearchParams(isWritten ? [...chosen, ['as', 'written']] : chosen).toString();
  return text === '' ? plain : `${plain}${plain.includes('?') ? '&' : '?'}${text}`;
}
