import { parseAsWritten, parseSearchFilters } from '../address/search';
import { longestNeed } from '../match/tidy-need';
import type { AskedSearch } from './load-search';

/** Longest set of tools that a search says it was opened from. */
const longestSet = 300;

/** Reads what is searched for from the query of the search page or of a twin of it; it never throws. */
export function parseSearch(query: URLSearchParams): Omit<AskedSearch, 'surface'> {
  const text = (name: string, longest: number): string => (query.get(name) ?? '').trim().slice(0, longest);
  return { query: text('q', longestNeed), from: text('from', longestSet), filters: parseSearchFilters(query), asWritten: parseAsWritten(query) };
}
