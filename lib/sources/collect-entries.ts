import type { ParsedSource, Rejection, SourceEntry } from '../catalog/entry';
import { type Fact, fact } from '../catalog/record';
import { isSignalId, signals } from '../catalog/signals';
import type { Row, Rows } from './read-rows';
import type { ReadOptions } from './source-module';

const longestName = 60;
const longestAlias = 120;
/** Controls, lone surrogates and marks that reorder the text around them; letters of any script and emoji are fine. */
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** How a row's parser says what it left out; the row's other facts stay. */
export type Reject = (reason: string) => void;

export type Reading = ReadOptions & {
  /** The id by which the source tells its rows apart: a second row with the same one is rejected. Null: not checked. */
  identify?: (value: unknown) => string | null;
};

/** The day after, ISO: a source read in one time zone may hold dates of the next. */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function findTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findTexts) : [];
}

/** Why the fact cannot be kept; null when it can. */
function judgeFact(each: Fact, latest: string): string | null {
  const read = fact.safeParse(each);
  if (!read.success) {
    const [issue] = read.error.issues;
    return `${each.signal}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`.slice(0, 300);
  }
  if (each.asOf > latest) return `${each.signal} is dated ${each.asOf}, after the day of the data`;
  if (isSignalId(each.signal) && signals[each.signal].type === 'date' && typeof each.value === 'string' && each.value > latest) {
    return `${each.signal} ${each.value} is after the day of the data`;
  }
  return findTexts(each).some((text) => unprintable.test(text)) ? `${each.signal} holds characters that cannot be printed` : null;
}

/** Why the tool's or the row's names cannot be kept; null when they can. */
function judgeNames({ names, tool }: SourceEntry): string | null {
  const texts = [...names, ...(tool ? [tool.name, tool.vendor] : [])];
  if (texts.some((text) => unprintable.test(text))) return 'a name holds characters that cannot be printed';
  if (texts.some((text) => text.trim() === '')) return 'a name is empty';
  if (names.some((name) => name.length > longestAlias)) return `a name is longer than ${longestAlias} characters`;
  if (tool && tool.name.trim().length > longestName) return `the name "${tool.name.slice(0, 40)}…" is longer than ${longestName} characters`;
  return null;
}

/** The entry with the facts that can be kept, or null when the entry cannot. */
function checkEntry(entry: SourceEntry, latest: string, reject: Reject): SourceEntry | null {
  const fault = judgeNames(entry);
  if (fault !== null) {
    reject(fault);
    return null;
  }
  const facts = entry.facts.filter((each) => {
    const reason = judgeFact(each, latest);
    if (reason !== null) reject(reason);
    return reason === null;
  });
  return entry.tool === null && facts.length === 0 ? null : { ...entry, facts };
}

/**
 * What `build` makes of each row, checked: whatever a file holds, an entry that leaves here is fit to be kept. A wrong
 * row or fact is rejected by itself with its place and a sentence. An entry without a tool and without facts is dropped.
 */
export function collectEntries(read: Rows, { asOf, identify }: Reading, build: (row: Row, reject: Reject) => readonly SourceEntry[]): ParsedSource {
  const latest = dayAfter(asOf);
  const rejected: Rejection[] = [...read.rejected];
  const firstAt = new Map<string, string>();
  const entries = read.rows.flatMap((row) => {
    const reject: Reject = (reason) => void rejected.push({ at: row.at, reason });
    const id = identify?.(row.value)?.toLowerCase() ?? null;
    const first = id === null ? undefined : firstAt.get(id);
    if (first !== undefined) {
      reject(`"${id?.slice(0, 80)}" stands already at ${first}`);
      return [];
    }
    if (id !== null) firstAt.set(id, row.at);
    return build(row, reject).flatMap((entry) => checkEntry(entry, latest, reject) ?? []);
  });
  return { entries, rejected };
}
