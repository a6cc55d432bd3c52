import { type Browse, sorts } from '../../lib/address/browse';
import type { BrowsePage } from '../../lib/pages/page-types';
import { type Filter, wordChoice, wordFilter, wordSort } from '../wording/choice';

export const filters = ['category', 'kind', 'pricing', 'licence', 'weights', 'vendor', 'ranked'] as const satisfies readonly (Filter & keyof Browse)[];

/** What a list can be narrowed by, with how many tools each choice leaves. A plain form; with JavaScript it applies on change. */
export function FilterForm({ page: { path, browse, fixed, facets } }: { page: BrowsePage }) {
  const active = filters.filter((filter) => filter !== fixed && browse[filter] !== null).length;
  return (
    <form action={path} method="get" className="filters" id="filters">
      <details className="filters-fold">
        <summary>Filter and sort{active > 0 ? ` (${active})` : ''}</summary>
        <div className="filters-fields">
          {filters
            .filter((filter) => filter !== fixed && (facets[filter].length > 0 || browse[filter] !== null))
            .map((filter) => (
              <Choices key={filter} filter={filter} chosen={browse[filter]} choices={facets[filter]} />
            ))}
          <label>
            <span>Sort</span>
            <select name="sort" defaultValue={browse.sort} className="field">
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {wordSort(sort)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button without-script">
            Apply
          </button>
        </div>
      </details>
    </form>
  );
}

function Choices({ filter, chosen, choices }: { filter: Filter; chosen: string | null; choices: readonly { value: string; count: number }[] }) {
  const shown = chosen === null || choices.some(({ value }) => value === chosen) ? choices : [...choices, { value: chosen, count: 0 }];
  return (
    <label>
      <span>{wordFilter(filter)}</span>
      <select name={filter} defaultValue={chosen ?? ''} className="field">
        <option value="">any</option>
        {shown.map(({ value, count }) => (
          <option key={value} value={value}>
            {wordChoice(filter, value)} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}
