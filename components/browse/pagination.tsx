import { browseHref } from '../../lib/address/browse';
import type { BrowsePage } from '../../lib/pages/page-types';

export function Pagination({ page: { path, browse, fixed, pages } }: { page: BrowsePage }) {
  if (pages <= 1) return null;
  const kept = fixed === null ? browse : { ...browse, [fixed]: null };
  const href = (page: number): string => browseHref(path, { ...kept, page });
  return (
    <nav aria-label="Pages" className="pagination">
      {browse.page > 1 && (
        <a href={href(browse.page - 1)} rel="prev">
          ← Previous
        </a>
      )}
      <span>
        Page {browse.page} of {pages}
      </span>
      {browse.page < pages && (
        <a href={href(browse.page + 1)} rel="next">
          Next →
        </a>
      )}
    </nav>
  );
}
