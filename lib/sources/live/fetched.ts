import type { Rejection } from '../../catalog/entry';

/** What a fetch brought: a text for the parser of the source, and what is to be said about it. */
export type Fetched = {
  text: string;
  /** The day of the answers; the oldest, where they are of several. */
  asOf: string;
  /** What was asked for and not answered with a row. */
  missing: readonly Rejection[];
  /** Why it stopped before the end, as a sentence; null where it did not. What there is can be imported by itself. */
  stopped: string | null;
};

export type FetchOptions = {
  /** Names of listed tools in the source's namespace, 'owner/name'. */
  listed: readonly string[];
  /** How many pages of a list that has no end, at most. */
  pages: number;
  /** Whether to ask for each repository's newest release as well. */
  releases: boolean;
  /** Says how far it has come, now and then. */
  report: (line: string) => void;
};

export function findOldest(days: readonly string[]): string | null {
  return days.reduce<string | null>((oldest, day) => (oldest === null || day < oldest ? day : oldest), null);
}

/** Without the sentences of others, which nobody reads here: members called "description", however deep. */
export function dropDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (key === 'description' ? [] : [[key, dropDescriptions(each)]])));
}

/** The named members of an object, where it has them. */
export function pickMembers(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
}
