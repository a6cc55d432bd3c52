import type { ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf } from './fields';
import { readCount, readDay, readText, state } from './figures';
import { readJsonLines } from './read-rows';
import { isNpmName } from './server-facts';
import type { ReadOptions } from './source-module';

const sourceId = 'npm-downloads';
const title = 'npm monthly download counts';

/**
 * The repository that a package states is only a hint: a monorepo's packages are not the repository, and anybody may name
 * any repository. So a package joins the tool that has its name `npm:…` and no other, and makes no tool.
 */
function buildEntry(at: string, row: Fields, asOf: string, reject: Reject): SourceEntry[] {
  const name = readText(row.name);
  if (name === null || !isNpmName(name.toLowerCase())) {
    reject('the row has no name of an npm package');
    return [];
  }
  const day = readDay(row.downloads_asof, 'downloads_asof', reject) ?? asOf;
  const frame = { source: sourceId, asOf: day, address: `https://www.npmjs.com/package/${name}` };
  const count = readCount(row.downloads_month, 'downloads_month', reject);
  return [
    { at, names: [`npm:${name.toLowerCase()}`], tool: null, facts: state(frame, 'downloads-30d', count, { conditions: { registry: 'npm', package: name } }) },
  ];
}

export function parseNpmDownloads(text: string, read: ReadOptions): ParsedSource {
  const identify = (value: unknown): string | null => readText(fieldsOf(value).name);
  return collectEntries(readJsonLines(text, title), { ...read, identify }, ({ at, value }, reject) => buildEntry(at, fieldsOf(value), read.asOf, reject));
}
