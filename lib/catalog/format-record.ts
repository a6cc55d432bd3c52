import { type SignalId, signalIds } from './signals';

/** As much of a record as refreshing its facts needs; what else is in the file stays as it is. */
export type Draft = { readonly facts: readonly DraftFact[] } & Readonly<Record<string, unknown>>;
export type DraftFact = { readonly signal: string; readonly asOf: string } & Readonly<Record<string, unknown>>;

/** Lists of these names are written one element a line, so that a change of one fact is a change of one line. */
const rowLists: ReadonlySet<string> = new Set(['facts', 'sources', 'evidence', 'versus']);

/** The members of a fact in the order in which they are read: what, under which conditions, from when and whom. */
const memberOrder = ['signal', 'value', 'notApplicable', 'conditions', 'interval', 'address', 'note', 'asOf', 'source', 'method', 'corrects'];

/** Sorts the members of an object; those that are not in the list come last, as they stood. */
function orderMembers(fact: DraftFact): Record<string, unknown> {
  const place = (name: string): number => (memberOrder.includes(name) ? memberOrder.indexOf(name) : memberOrder.length);
  return Object.fromEntries(Object.entries(fact).sort(([a], [b]) => place(a) - place(b)));
}

const order = new Map<string, number>(signalIds.map((id: SignalId, index) => [id, index]));

/** Facts in the order of the signals, then by conditions and day: the same facts give the same file. */
export function sortFacts<Each extends DraftFact>(facts: readonly Each[]): Each[] {
  const rank = ({ signal }: Each): number => order.get(signal) ?? order.size;
  const rest = (fact: Each): string => `${JSON.stringify(fact.conditions ?? {})} ${fact.asOf} ${JSON.stringify(orderMembers(fact))}`;
  return [...facts].sort((a, b) => rank(a) - rank(b) || (rest(a) < rest(b) ? -1 : 1));
}

function write(value: unknown, indent: string, name: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0 || value.every((each) => typeof each !== 'object')) return writeLine(value);
    const rows = value.map((each) => `${inner}${rowLists.has(name) ? writeLine(each) : write(each, inner, '')}`);
    return `[\n${rows.join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [`${inner}${JSON.stringify(key)}: ${write(each, inner, key)}`]));
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

/** JSON in one line, with the spaces that make it readable. */
function writeLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeLine).join(', ')}]`;
  const members = Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [`${JSON.stringify(key)}: ${writeLine(each)}`]));
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The text of a record's file: facts sorted, one a line. */
export function formatRecord(record: Draft): string {
  return `${write({ ...record, facts: sortFacts(record.facts).map(orderMembers) }, '', '')}\n`;
}
