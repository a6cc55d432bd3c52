import type { Fact, FactValue } from '../catalog/record';
import type { SignalId } from '../catalog/signals';
import type { Reject } from './collect-entries';

/** How files say that a figure is not known; none of these is a zero. */
const unknowns: ReadonlySet<string> = new Set(['', '-', '-1', '-1.0', 'n/a', 'na', 'nan', 'nat', 'none', 'null', 'unknown', 'undefined']);

/** Text without spaces around it, or null where the file says that it does not know. */
export function readText(input: unknown): string | null {
  if (typeof input === 'number' && Number.isFinite(input)) return readText(String(input));
  if (typeof input !== 'string') return null;
  const text = input.trim();
  return unknowns.has(text.toLowerCase()) ? null : text;
}

/** A count as the file states it, 0 included; null where it is unknown. "1939.0" is 1939; anything else odd is rejected. */
export function readCount(input: unknown, what: string, reject: Reject): number | null {
  if (typeof input === 'number' && Number.isNaN(input)) return null;
  const text = typeof input === 'object' && input !== null ? 'a list or an object' : typeof input === 'boolean' ? String(input) : readText(input);
  if (text === null) return null;
  const digits = /^(\d{1,15})(?:\.0+)?$/.exec(text)?.[1];
  if (digits === undefined) {
    reject(`${what} "${text.slice(0, 40)}" is not a whole number of 0 or more`);
    return null;
  }
  return Number(digits);
}

/** The UTC day of a time such as "2026-08-21T12:39:13Z" or "2026-04-24 12:25:12.340"; null where it is unknown. */
export function readDay(input: unknown, what: string, reject: Reject): string | null {
  const text = readText(input);
  if (text === null) return null;
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)?.[1];
  if (day === undefined) reject(`${what} "${text.slice(0, 40)}" is not a day`);
  return day ?? null;
}

/** What the facts of one row have in common. */
export type Frame = Pick<Fact, 'source' | 'asOf'> & { address?: string };

/** One fact, or none where the value is unknown. Measured unless `more` says otherwise. */
export function state(frame: Frame, signal: SignalId, value: FactValue | null, more: Partial<Pick<Fact, 'method' | 'note' | 'conditions'>> = {}): Fact[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
  return [{ signal, value, method: 'measured', ...frame, ...more }];
}

/** Closed issues as a share of all, with both counts in the note; none where either is unknown or there never was an issue. */
export function stateIssuesClosed(frame: Frame, open: number | null, closed: number | null): Fact[] {
  if (open === null || closed === null || open + closed === 0) return [];
  const share = Math.round((closed / (open + closed)) * 10_000) / 10_000;
  return state(frame, 'issues-closed', share, { method: 'derived', note: `${closed} closed of ${open + closed}.` });
}

const mostTopics = 40;

/** What somebody's list puts a tool under, or, without a list, what its owners do. */
export function stateTopics(frame: Frame, topics: readonly (string | null)[], list?: string): Fact[] {
  const distinct = new Set(topics.flatMap((each) => (each === null || each.length > 160 ? [] : [each])));
  return state(frame, 'topics', [...distinct].slice(0, mostTopics), list === undefined ? {} : { conditions: { list } });
}

const longestName = 60;

/** A name short enough to list a tool by, cut between letters. One beyond all measure stays, to be rejected. */
export function shortenName(name: string): string {
  const text = name.trim();
  return text.length <= longestName || text.length > 1_000 ? text : `${text.slice(0, longestName - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
