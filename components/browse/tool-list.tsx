import { formatCount } from '../../lib/format/number';
import type { BrowsePage } from '../../lib/pages/page-types';
import { Still } from '../still/still';
import { ToolRow } from '../tool/tool-row';
import { ActiveFilters } from './active-filters';
import { ApplyOnChange } from './apply-on-change.client';
import { CompareTray } from './compare-tray.client';
import { FilterForm } from './filter-form';
import { Pagination } from './pagination';

/** A ranked list with its filters. Picking works without JavaScript: the list is a form that leads to the comparison. */
export function ToolList({ page }: { page: BrowsePage }) {
  return (
    <>
      <Still>
        <div className="browse">
          <FilterForm page={page} />
          <div className="browse-list">
            <h2 className="sr-only">Tools</h2>
            <p className="small muted" role="status">
              {formatCount(page.total)} {page.total === 1 ? 'tool' : 'tools'}
            </p>
            <ActiveFilters page={page} />
            {page.tools.length === 0 ? (
              <p className="mt-4">No tool fits these filters. Take one off.</p>
            ) : (
              <form action="/compare" method="get" id="pick-tools">
                <ol className="tool-list far-parts">
                  {page.tools.map((card) => (
                    <ToolRow key={card.slug} card={card} pick />
                  ))}
                </ol>
                <button type="submit" className="button button-main without-script mt-4">
                  Compare the picked tools
                </button>
              </form>
            )}
            <Pagination page={page} />
          </div>
        </div>
      </Still>
      <ApplyOnChange form="filters" />
      <CompareTray form="pick-tools" />
    </>
  );
}
