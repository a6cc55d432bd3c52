import { compareHref } from '../../lib/address/href';
import type { ComparisonLink } from '../../lib/pages/tool-card';

export function ComparisonLinks({ links }: { links: readonly ComparisonLink[] }) {
  return (
    <div className="link-list">
      {links.map(({ slugs, names }) => (
        <a key={slugs.join()} href={compareHref(slugs)}>
          <span>{names.join(' vs ')}</span>
        </a>
      ))}
    </div>
  );
}
