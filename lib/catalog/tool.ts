import type { CategoryId } from './categories';
import type { Kind } from './kinds';
import type { Capability, Fact, Source, ToolRecord } from './record';

/** A fact as the database keeps it. `key` is a hash of what it says, so it is the same wherever it is imported. */
export type StoredFact = Fact & { key: string };

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
  capabilities: readonly Capability[];
  relations: ToolRecord['relations'];
};

/** Sources by id. */
export type Sources = Readonly<Record<string, Source>>;
