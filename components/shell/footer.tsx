import { methodologyHref, sourcesHref } from '../../lib/address/href';
import { formatDay } from '../../lib/format/day';
import { formatCount } from '../../lib/format/number';
import type { SnapshotLine } from '../../lib/pages/snapshot';

export function Footer({ snapshot }: { snapshot: SnapshotLine | null }) {
  return (
    <footer className="site-footer">
      <div className="site-footer-row">
        {snapshot && (
          <p>
            Data as of {formatDay(snapshot.asOf)}: {formatCount(snapshot.factCount)} facts about {formatCount(snapshot.toolCount)} tools. Snapshot{' '}
            <a href={`${methodologyHref}#snapshot`}>
              <code>{snapshot.id.slice(0, 12)}</code>
            </a>
            , formula {snapshot.formula}.
          </p>
        )}
        <p>
          <a href={sourcesHref}>Sources and their licences</a> · <a href={methodologyHref}>Methodology</a> · Software under the MIT licence
        </p>
      </div>
    </footer>
  );
}
