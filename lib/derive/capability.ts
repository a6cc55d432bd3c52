import type { Capability } from '../catalog/record';
import type { StoredFact, Tool } from '../catalog/tool';

/** A capability that nobody wrote: it follows from facts by a rule. */
export type DerivedCapability = Capability & {
  /** Keys of the facts that it follows from. Empty only for the job of the category that a tool was sorted into. */
  derivedFrom: readonly string[];
};

/** As much of a tool as its capabilities are derived from. */
export type Subject = Pick<Tool, 'kind' | 'category' | 'name' | 'homepage' | 'repository' | 'facts'>;

/** The address of a source, for facts that name no place within it. */
export type AddressOf = (source: string) => string | undefined;

/** What a rule says, before it is a capability. */
export type Draft = {
  job: string;
  /** The job, where the tool does it once. */
  key?: string;
  name: string;
  description: string;
  inputs: readonly string[];
  outputs: readonly string[];
  limitations: readonly string[];
  needs: readonly string[];
  /** What it follows from, and where in each source to look. */
  basis: readonly { fact: StoredFact; note: string }[];
};

/** Stands where evidence names a source: no source says it, the tool's own address is where to look. */
export const ownAddress = 'its-own-address';

/** A text no longer than a field of a record takes. */
export const clip = (text: string, limit: number): string => (text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`);

function findEvidence({ fact, note }: Draft['basis'][number], addressOf: AddressOf): Capability['evidence'][number] {
  const address = fact.address ?? addressOf(fact.source);
  if (address === undefined) throw new Error(`The source "${fact.source}" of the fact ${fact.key} was not read, so a capability cannot name it.`);
  return { source: fact.source, address, note: clip(note, 160) };
}

export function makeCapability({ key, basis, ...draft }: Draft, addressOf: AddressOf): DerivedCapability {
  const evidence = basis.map((each) => findEvidence(each, addressOf));
  return {
    key: key ?? draft.job,
    job: draft.job,
    name: clip(draft.name, 70),
    description: clip(draft.description, 600),
    versus: [],
    inputs: [...draft.inputs],
    outputs: draft.outputs.slice(0, 8).map((each) => clip(each, 160)),
    limitations: [...draft.limitations],
    needs: draft.needs.map((need) => clip(need, 140)),
    evidence: evidence.filter(({ address, note }, index) => evidence.findIndex((other) => other.address === address && other.note === note) === index),
    derivedFrom: [...new Set(basis.map(({ fact }) => fact.key))],
  };
}
