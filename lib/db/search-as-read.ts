import type { SearchFilter, SearchFilters } from '../address/search';
import { type ReadFilter, readNeed } from '../match/read-intent';
import { tidyNeed } from '../match/tidy-need';
import type { Reading } from './read-snapshot';
import { type NeedSearch, searchNeed } from './search-tools';

/** What somebody typed, the filters that they chose, and those that are not to be read from their words. */
export type AskedNeed = {
  typed: string;
  filters: SearchFilters;
  asWritten: readonly SearchFilter[];
};

/**
 * `text` is what was searched for, without the words that were read as filters; `filters` are those in force, read ones
 * included. `isNarrowed` is false where nothing fits what was read and the rest of the need alone is answered.
 */
export type SearchAsRead = {
  search: NeedSearch;
  text: string;
  filters: SearchFilters;
  read: readonly ReadFilter[];
  isNarrowed: boolean;
};

/** Searches for a need with the filters that its words ask for. Tools of exactly this name, and those that served this need before, need not pass them. */
export async function searchAsRead(tx: Reading, { typed, filters, asWritten }: AskedNeed, limit: number): Promise<SearchAsRead> {
  const need = tidyNeed(typed);
  const { text, read } = readNeed(need, filters, asWritten);
  const narrows: Partial<SearchFilters> = {};
  for (const each of read) Object.assign(narrows, each.narrows);
  const search = await searchNeed(tx, text, filters, limit, { typed: need, narrows });
  const narrowed: SearchAsRead = {
    search,
    text,
    filters: { ...filters, ...narrows },
    read,
    isNarrowed: read.length > 0,
  };
  if (read.length === 0 || search.type === 'found') return narrowed;
  const whole = await searchNeed(tx, text, filters, limit);
  if (whole.type !== 'found' && search.type !== 'empty' && search.results.length > 0) return narrowed;
  return { search: whole, text, filters, read, isNarrowed: false };
}
