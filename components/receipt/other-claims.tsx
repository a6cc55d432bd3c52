import { methodologyHref } from '../../lib/address/href';
import { findOtherClaims } from '../../lib/catalog/other-claims';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { formatValue } from '../../lib/compare/cell';
import { formatDay } from '../../lib/format/day';
import { SourceLink } from './source-link';

/** What other sources say instead, dated, beside the claim that counts. Nothing where they agree. */
export function OtherClaims({ facts, fact, sources }: { facts: readonly StoredFact[]; fact: StoredFact; sources: Sources }) {
  const others = findOtherClaims(facts, fact);
  if (others.length === 0) return null;
  return (
    <p className="tiny muted other-claims">
      {others.map((other) => (
        <span key={other.key}>
          {other.value === undefined ? '' : formatValue(other.value, other.signal)} says <SourceLink id={other.source} sources={sources} /> of{' '}
          {formatDay(other.asOf)}.{' '}
        </span>
      ))}
      <a href={`${methodologyHref}#facts`}>Which one counts</a>
    </p>
  );
}
