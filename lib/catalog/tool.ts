import type { CategoryId } from './categories';
import type { Kind } from './kinds';
import type { Capability, Fact, Source, ToolRecord } from './record';

/** A fact as the database keeps it. `key` is a hash of what it says, so it is the same wherever it is imported. */
export type StoredFact = Fact & { key: string };

/** A capability as the database keeps it. One that a rule drew from facts names them; one that somebody wrote does not have the key. */
export type ToolCapability = Capability & { derivedFrom?: readonly string[] };

/** A tool with everything that is known about it, as one snapshot holds it. */
export type Tool = {
  id: string;
  slug: string;
  kind: Kind;
  category: CategoryId;
  name: string;
  vendor: string;
  summary: string;
  pickFor: string;
  describedFrom: string;
  homepage: string | null;
  repository: string | null;
  aliases: readonly string[];
  /** Current and past facts, in no particular order; lib/catalog/current.ts says which one counts. */
  facts: readonly StoredFact[];
  capabilities: readonly ToolCapability[];
  relations: ToolRecord['relations'];
};

/** Sources by id. */
export type Sources = Readonly<Record<string, Source>>;
