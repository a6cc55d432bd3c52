import { type Signal, signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { describeFact, makeFactCell } from '../../lib/compare/cell';
import { FactReceipt } from '../receipt/fact-receipt';
import { Receipt } from '../receipt/receipt';

/** `about` names the tool, `tool` is its slug. */
type Props = { fact: StoredFact; about: string; tool: string; sources: Sources };

/** The value of a fact, opening to where it comes from. */
export function FactValue({ fact, about, tool, sources }: Props) {
  const { label }: Signal = signals[fact.signal];
  const { text } = makeFactCell(fact);
  return (
    <Receipt
      id={`fact-${fact.key}`}
      shown={fact.value === undefined ? <span className="muted">{text}</span> : text}
      about={`${label}, ${about}`}
      title={label}
      report={{ tool, fact: fact.key }}
    >
      <FactReceipt fact={fact} sources={sources} withValue={false} />
    </Receipt>
  );
}

/** Conditions and date of a fact, opening to where it comes from: for values that are links or commands themselves. */
export function FactDate({ fact, about, tool, sources }: Props) {
  const { label }: Signal = signals[fact.signal];
  return (
    <span className="tiny muted">
      <Receipt id={`fact-${fact.key}`} shown={describeFact(fact)} about={`${label}, ${about}`} title={label} report={{ tool, fact: fact.key }}>
        <FactReceipt fact={fact} sources={sources} withValue={false} />
      </Receipt>
    </span>
  );
}
