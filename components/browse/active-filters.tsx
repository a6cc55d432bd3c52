import { type Browse, browseHref } from '../../lib/address/browse';
import type { BrowsePage } from '../../lib/pages/page-types';
import { wordChoice, wordFilter } from '../wording/choice';
import { filters } from './filter-form';

/** The filters in force, each a link that takes it off. */
export function ActiveFilters({ page: { path, browse, fixed } }: { page: BrowsePage }) {
  const kept: Partial<Browse> = fixed === null ? browse : { ...browse, [fixed]: null };
  const active = filters.flatMap((filter) => {
    const value = kept[filter];
    return value ? [{ filter, value }] : [];
  });
  if (active.length === 0) return null;
  return (
    <ul className="active-filters" aria-label="Filters in force">
      {active.map(({ filter, value }) => (
        <li key={filter}>
          <a href={browseHref(path, { ...kept, [filter]: null, page: 1 })}>
            <span className="sr-only">Remove the filter </span>
            {wordFilter(filter)}: {wordChoice(filter, value)} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a href={browseHref(path, { sort: browse.sort })}>Remove all</a>
        </li>
      )}
    </ul>
  );
}
