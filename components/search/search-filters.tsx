import { filteredSearchHref, searchFilters } from '../../lib/address/search';
import { joinSet } from '../../lib/address/set';
import type { SearchPage } from '../../lib/pages/page-types';
import { ApplyOnChange } from '../browse/apply-on-change.client';
import { wordSearchChoice, wordSearchFilter } from '../wording/search';

type Props = { page: SearchPage };

/** What the answers can be narrowed by. A plain form; with JavaScript it applies on change. */
export function SearchFilterForm({ page: { query, from, filters, facets } }: Props) {
  const active = searchFilters.filter((filter) => filters[filter] !== null).length;
  return (
    <form action="/search" method="get" className="filters" aria-label="Filters">
      <input type="hidden" name="q" value={query} />
      {from.length > 0 && <input type="hidden" name="from" value={joinSet(from.map(({ slug }) => slug))} />}
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
                  <select name={filter} defaultValue={chosen ?? ''} className="field">
                    <option value="">any</option>
                    {choices.map(({ value, count }) => (
                      <option key={value} value={value}>
                        {wordSearchChoice(filter, value)} ({count})
                      </option>
                    ))}
                  </select>
                </label>
              );
            })}
          <ApplyOnChange />
        </div>
        <p className="tiny muted">In brackets: how many of the 60 best answers.</p>
      </details>
    </form>
  );
}

/** The filters in force, each a link that takes it off. */
export function ActiveSearchFilters({ page: { query, from, filters } }: Props) {
  const set = from.map(({ slug }) => slug);
  const active = searchFilters.flatMap((filter) => {
    const value = filters[filter];
    return value === null ? [] : [{ filter, value }];
  });
  if (active.length === 0) return null;
  return (
    <ul className="active-filters" aria-label="Filters in force">
      {active.map(({ filter, value }) => (
        <li key={filter}>
          <a href={filteredSearchHref(query, set, { ...filters, [filter]: null })}>
            <span className="sr-only">Remove the filter </span>
            {wordSearchFilter(filter)}: {wordSearchChoice(filter, value)} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
