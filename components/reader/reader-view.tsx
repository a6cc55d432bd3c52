import { methodologyHref } from '../../lib/address/href';
import type { Sources } from '../../lib/catalog/tool';
import type { Comparison } from '../../lib/compare/compare';
import { makeReaderSet } from '../../lib/compare/make-reader-set';
import { formatCount, formatPercent } from '../../lib/format/number';
import { countWeightings, weightStep } from '../../lib/rank/weightings';
import { rowAnchor, toolOf } from '../compare/tool-of';
import { wordWeightings } from '../wording/weighing';
import { ReaderPanel } from './reader-panel.client';

/** Below the answer: how it comes out under all other weightings, and the way to the reader's own weights and workload. */
export function ReaderView({ comparison, sources }: { comparison: Comparison; sources: Sources }) {
  const set = makeReaderSet(comparison, sources);
  const asked = set.published !== null && set.rivals && set.tools.every(({ published }) => published.ranked);
  const shares = asked ? countWeightings(set.tools) : null;
  return (
    <section aria-label="Your own view" className="reader">
      {shares !== null && (
        <p className="reader-shares">
          Of <a href={`#${rowAnchor('rank')}`}>{formatCount(shares.weightings)} ways to weigh the components</a>, in steps of {formatPercent(weightStep)}:{' '}
          {wordWeightings(shares, (slug) => toolOf(comparison.tools, slug).name)} <a href={`${methodologyHref}#weightings`}>How</a>
        </p>
      )}
      <ReaderPanel set={set} shares={shares} />
    </section>
  );
}
