import { type Signal, signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { formatValue } from '../../lib/compare/cell';
import { formatDay } from '../../lib/format/day';
import { explainMethod } from '../wording/method';
import { SourceLink } from './source-link';

/** Everything that is known about where one fact comes from. */
export function FactReceipt({ fact, sources, withValue }: { fact: StoredFact; sources: Sources; withValue: boolean }) {
  const { label, unit }: Signal = signals[fact.signal];
  const conditions = Object.entries(fact.conditions ?? {});
  return (
    <dl className="receipt-list">
      {withValue && fact.value !== undefined && (
        <Line name={label}>
          {formatValue(fact.value, fact.signal)} {unit}
        </Line>
      )}
      <Line name="Source">
        <SourceLink id={fact.source} sources={sources} />
      </Line>
      {fact.address && (
        <Line name="Where">
          <a href={fact.address}>{shorten(fact.address)}</a>
        </Line>
      )}
      <Line name="Date">{formatDay(fact.asOf)}</Line>
      <Line name="Method">{explainMethod(fact.method)}</Line>
      {fact.interval && (
        <Line name="Interval">
          {formatValue(fact.interval[0], fact.signal)} to {formatValue(fact.interval[1], fact.signal)}
        </Line>
      )}
      {conditions.map(([name, value]) => (
        <Line key={name} name={name.replaceAll('-', ' ')}>
          {value}
        </Line>
      ))}
      {fact.note && <Line name="Note">{fact.note}</Line>}
    </dl>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** An address as text: without its protocol, and no longer than two lines. */
function shorten(address: string): string {
  const text = address.replace(/^https:\/\/(www\.)?/, '').replace(/[0-9a-f]{40}/, (commit) => commit.slice(0, 7));
  return text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-28)}` : text;
}
