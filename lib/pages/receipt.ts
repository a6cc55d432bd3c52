import type { Source } from '../catalog/record';
import type { Sources, StoredFact } from '../catalog/tool';

/** Everything that lets a reader check one value, as machines are given it. */
export type Receipt = {
  fact: string;
  signal: string;
  value: StoredFact['value'] | null;
  notApplicable: string | null;
  conditions: StoredFact['conditions'] | null;
  asOf: string;
  method: string;
  note: string | null;
  /** The exact place, else the source as a whole. */
  address: string;
  source: Pick<Source, 'id' | 'title' | 'publisher' | 'licence'>;
};

/** The receipt of a fact; throws when its source is not among those read with it. */
export function makeReceipt(fact: StoredFact, sources: Sources): Receipt {
  const source = sources[fact.source];
  if (!source) throw new Error(`The source "${fact.source}" of the fact ${fact.key} was not read with its page.`);
  return {
    fact: fact.key,
    signal: fact.signal,
    value: fact.value ?? null,
    notApplicable: fact.notApplicable ?? null,
    conditions: fact.conditions ?? null,
    asOf: fact.asOf,
    method: fact.method,
    note: fact.note ?? null,
    address: fact.address ?? source.address,
    source: { id: source.id, title: source.title, publisher: source.publisher, licence: source.licence },
  };
}
