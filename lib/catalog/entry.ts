import type { CategoryId } from './categories';
import type { Kind } from './kinds';
import type { Fact } from './record';

/** What a tool is made from when no known tool has any of an entry's names. */
export type NewTool = {
  name: string;
  kind: Kind;
  /** 'unsorted' where the source does not say which job it does. */
  category: CategoryId;
  vendor: string;
  homepage?: string;
  /** 'owner/name' on GitHub. */
  repository?: string;
};

/** What one row of a source says about one tool, before it is known which tool that is. */
export type SourceEntry = {
  /** Where in the source: 'line 12', 'models.openai/gpt-5'. */
  at: string;
  /**
   * Names by which the tool is known, each in its namespace: 'github:owner/name', 'openrouter:openai/gpt-5'. They are
   * aliases of tools, compared without regard to case; an entry belongs to the tool that has any of them.
   */
  names: readonly [string, ...string[]];
  /** Null where a row says something about a tool but not enough to list one: an offer of a host, a run of a benchmark. */
  tool: NewTool | null;
  facts: readonly Fact[];
};

/** A row that was left out, and why. */
export type Rejection = { at: string; reason: string };

/** Everything a file of a source says, in the order of the file. */
export type ParsedSource = { entries: readonly SourceEntry[]; rejected: readonly Rejection[] };
