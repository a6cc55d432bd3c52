import { anyFilter, filteredSearchHref, isAsWritten, type SearchFilter, searchFilters } from '../../lib/address/search';
import { joinSet } from '../../lib/address/set';
import type { SearchPage } from '../../lib/pages/page-types';
import { quoteRead, wordRead, wordReadBriefly, wordSearchChoice, wordSearchFilter } from '../wording/search';

type Props = { page: SearchPage };

/** What the answers can be narrowed by. A plain form; with JavaScript it applies on change. */
export function SearchFilterForm({ page: { query, from, filters, facets, read, asWritten } }: Props) {
  const active = searchFilters.filter((filter) => filters[filter] !== null).length;
  const isWritten = isAsWritten(asWritten);
  // "any" as such takes back what the words ask for; left out, they are read.
  const none = (filter: SearchFilter): string => (!isWritten && (asWritten.includes(filter) || read.some((each) => each.filter === filter)) ? anyFilter : '');
  return (
    <form action="/search" method="get" className="filters" id="filters" aria-label="Filters">
      <input type="hidden" name="q" value={query} />
      {from.length > 0 && <input type="hidden" name="from" value={joinSet(from.map(({ slug }) => slug))} />}
      {isWritten && <input type="hidden" name="as" value="written" />}
      <details className="filters-fold">
        <summary>Filter{active > 0 ? ` (${active})` : ''}</summary>
        <div className="filters-fields">
          {searchFilters
            .filter((filter) => facets[filter].length > 0 || filters[filter] !== null)
            .map((filter) => {
              const chosen = filters[filter];
              const known = facets[filter];
              const choices = chosen === null || known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen, count: 0 }];
              return (
                <label key={filter}>
                  <span>{wordSearchFilter(filter)}</span>
                  <select name={filter} defaultValue={chosen ?? none(filter)} className="field">
                    <option value={none(filter)}>any</option>
                    {choices.map(({ value, count }) => (
                      <option key={value} value={value}>
                        {wordSearchChoice(filter, value)} ({count})
                      </option>
                    ))}
                  </select>
                </label>
              );
            })}
          <button type="submit" className="button without-script">
            Apply
          </button>
        </div>
        <p className="tiny muted">In brackets: how many of the 60 best answers.</p>
      </details>
    </form>
  );
}

/** The filters in force, each a link that takes it off; those that were read from the need say from which words. */
export function ActiveSearchFilters({ page }: Props) {
  const { query, from, filters, chosen, read, isNarrowed, asWritten } = page;
  const set = from.map(({ slug }) => slug);
  const active = searchFilters.flatMap((filter) => {
    const value = filters[filter];
    const words = isNarrowed ? read.find((each) => each.filter === filter) : undefined;
    return value === null ? [] : [{ filter, value, words }];
  });
  return (
    <>
      {read.length > 0 && (
        <p className="small mb-2" role="status">
          {isNarrowed ? wordReadBriefly(read) : wordRead(page)}{' '}
          <a href={filteredSearchHref(query, set, chosen, searchFilters)}>Search the words as they stand</a>
        </p>
      )}
      {active.length > 0 && (
        <ul className="active-filters" aria-label="Filters in force">
          {active.map(({ filter, value, words }) => (
            <li key={filter}>
              <a href={filteredSearchHref(query, set, { ...chosen, [filter]: null }, words === undefined ? asWritten : [...asWritten, filter])}>
                <span className="sr-only">Remove the filter </span>
                <span>
                  {wordSearchFilter(filter)}: {wordSearchChoice(filter, value)}
                  {words && <span className="muted"> from {quoteRead(words)}</span>}
                </span>
                <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
