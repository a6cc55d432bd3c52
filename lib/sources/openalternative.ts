import type { ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf } from './fields';
import { readText, state, stateTopics } from './figures';
import { toSpdx } from './licences';
import { mergeEntries } from './merge-entries';
import { readJsonLines } from './read-rows';
import type { ReadOptions } from './source-module';

const sourceId = 'openalternative';
const title = 'OpenAlternative';

/** The list gives no repository, and its stars are rounded: it says something only of tools that have its name as an alias. */
function buildEntry(at: string, row: Fields, asOf: string, reject: Reject): SourceEntry[] {
  const slug = /^https:\/\/openalternative\.co\/([a-z0-9-]{1,80})\/?$/.exec(readText(row.url) ?? '')?.[1];
  if (slug === undefined) {
    reject('the row has no address on openalternative.co');
    return [];
  }
  const frame = { source: sourceId, asOf, address: `https://openalternative.co/${slug}` };
  const facts = [...state(frame, 'licence', toSpdx(row.license)), ...stateTopics(frame, [readText(row.category), readText(row.subcategory)], title)];
  return [{ at, names: [`openalternative:${slug}`], tool: null, facts }];
}

/** The list carries a project under several headings: its rows become one entry. */
export function parseOpenalternative(text: string, read: ReadOptions): ParsedSource {
  return mergeEntries(collectEntries(readJsonLines(text, title), read, ({ at, value }, reject) => buildEntry(at, fieldsOf(value), read.asOf, reject)));
}
