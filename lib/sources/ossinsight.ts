import { parse as parseYaml } from 'yaml';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { fieldsOf, isFields, itemsOf } from './fields';
import { readText, stateTopics } from './figures';
import { githubName, parseRepository } from './github-address';
import { mergeEntries } from './merge-entries';
import { listRows, type Row, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';

const sourceId = 'ossinsight-collections';
const title = 'OSS Insight collections';
const address = 'https://github.com/pingcap/ossinsight/tree/main/configs/collections';

function readCollection(value: unknown): { name: string; items: readonly unknown[] } | null {
  if (typeof value !== 'string' || value.length > 200_000) return null;
  try {
    const { name, items } = fieldsOf(parseYaml(value, { maxAliasCount: 0, logLevel: 'error' }));
    const named = readText(name);
    return named !== null && Array.isArray(items) ? { name: named, items } : null;
  } catch {
    return null;
  }
}

/** A collection says of a repository only what it is put beside, which is not enough to list one. */
function buildEntries({ at, value }: Row, asOf: string, reject: Reject): SourceEntry[] {
  const collection = readCollection(value);
  if (collection === null) {
    reject('the row is not YAML with a name and items');
    return [];
  }
  return itemsOf(collection.items).flatMap((each, index): SourceEntry[] => {
    const parsed = parseRepository(each);
    if (parsed === null) {
      reject(`item ${index + 1} is not "owner/name"`);
      return [];
    }
    const frame = { source: sourceId, asOf, address };
    return [{ at: `${at}, item ${index + 1}`, names: [githubName(parsed.repository)], tool: null, facts: stateTopics(frame, [collection.name], title) }];
  });
}

/** Collections packed into one file: each YAML text by its file's name. */
export function parseOssinsight(text: string, read: ReadOptions): ParsedSource {
  const document = readJson(text, title);
  if (!isFields(document) || !Object.keys(document).some((name) => /\.ya?ml$/.test(name)))
    throw new SourceFileError(`This is no file of ${title}: it holds no collections "….yml".`);
  return mergeEntries(collectEntries(listRows(document, 'collections'), read, (row, reject) => buildEntries(row, read.asOf, reject)));
}
