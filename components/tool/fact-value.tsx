import { type Signal, signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { describeFact, makeFactCell } from '../../lib/compare/cell';
import { FactReceipt } from '../receipt/fact-receipt';
import { Receipt } from '../receipt/receipt';

/** The value of a fact, opening to where it comes from. `about` names the tool. */
export function FactValue({ fact, about, sources }: { fact: StoredFact; about: string; sources: Sources }) {
  const { label }: Signal = signals[fact.signal];
  const { text } = makeFactCell(fact);
  return (
    <Receipt id={`fact-${fact.key}`} shown={fact.value === undefined ? <span className="muted">{text}</span> : text} about={`${label}, ${about}`} title={label}>
      <FactReceipt fact={fact} sources={sources} withValue={false} />
    </Receipt>
  );
}

/** Conditions and date of a fact, opening to where it comes from: for values that are links or commands themselves. */
export function FactDate({ fact, about, sources }: { fact: StoredFact; about: string; sources: Sources }) {
  const { label }: Signal = signals[fact.signal];
  return (
    <span className="tiny muted">
      <Receipt id={`fact-${fact.key}`} shown={describeFact(fact)} about={`${label}, ${about}`} title={label}>
        <FactReceipt fact={fact} sources={sources} withValue={false} />
      </Receipt>
    </span>
  );
}
