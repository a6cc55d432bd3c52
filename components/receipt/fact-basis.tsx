import { type Signal, signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { FactReceipt } from './fact-receipt';
import { Receipt } from './receipt';

type Props = {
  /** Begins the ids of the receipts, unique on the page. */
  id: string;
  keys: readonly string[];
  facts: readonly StoredFact[];
  /** Names the tool, and its slug. */
  about: string;
  tool: string;
  sources: Sources;
};

/** The facts that something was drawn from, each opening to where it comes from. */
export function FactBasis({ id, keys, facts, about, tool, sources }: Props) {
  const known = keys.flatMap((key) => facts.find((fact) => fact.key === key) ?? []);
  return known.map((fact, index) => {
    const { label }: Signal = signals[fact.signal];
    return (
      <span key={fact.key}>
        {index > 0 && ', '}
        <Receipt id={`${id}-${fact.key}`} shown={label} about={`${label}, ${about}`} title={label} report={{ tool, fact: fact.key }}>
          <FactReceipt fact={fact} sources={sources} withValue={!Array.isArray(fact.value)} />
        </Receipt>
      </span>
    );
  });
}
