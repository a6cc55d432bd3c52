import type { SignalId } from '../catalog/signals';

/** What a reader reports an error in: a value of a tool, on a page. */
export type Reported = {
  /** Slug of the tool. */
  tool: string;
  /** Key of the fact of the receipt; left out for a rank, a component or a count. */
  fact?: string | undefined;
  /** Row of a comparison, or the signal. */
  row?: SignalId | string | undefined;
  /** Path of the page. */
  from?: string | undefined;
};

/** In characters: one line. */
export const longestReportNote = 300;

/** A field hidden from people; programs fill in every one they find. */
export const trapField = 'website';

export const reportPageHref = '/report';

/** The page that takes a report. What is not known is left out, since a page links here from every receipt. */
export function reportHref({ tool, fact, row, from }: Reported): string {
  const query = new URLSearchParams({ tool });
  if (fact !== undefined) query.set('fact', fact);
  if (row !== undefined) query.set('row', row);
  if (from !== undefined) query.set('from', from);
  return `${reportPageHref}?${query.toString().replaceAll('%2F', '/')}`;
}

export type ParsedReport = { tool: string; fact: string | null; row: string | null; from: string | null };

/** Reads what a report is about from a query or a form. Null: the part named is none that a page of ours links with. */
export function parseReported(
  fields: URLSearchParams,
): { type: 'parsed'; reported: ParsedReport } | { type: 'wrong'; field: 'tool' | 'fact' | 'row' | 'from' } {
  const read = (name: string): string | null => fields.get(name)?.trim() || null;
  const [tool, fact, row, from] = [read('tool'), read('fact'), read('row'), read('from')];
  if (tool === null || !/^[a-z0-9-]{1,50}$/.test(tool)) return { type: 'wrong', field: 'tool' };
  if (fact !== null && !/^[0-9a-f]{32}$/.test(fact)) return { type: 'wrong', field: 'fact' };
  if (row !== null && !/^[a-z0-9-]{1,60}$/.test(row)) return { type: 'wrong', field: 'row' };
  if (from !== null && !/^\/(?!\/)[\w/.~-]{0,300}$/.test(from)) return { type: 'wrong', field: 'from' };
  return { type: 'parsed', reported: { tool, fact, row, from } };
}

/** What the token of a form is about: one form reports one thing. */
export const nameReported = ({ tool, fact, row, from }: ParsedReport): string => [tool, fact, row, from].map((part) => part ?? '').join('\n');
