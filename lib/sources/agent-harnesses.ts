import type { NewTool, ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf, isFields, itemsOf } from './fields';
import { readCount, readDay, readText, shortenName, state, stateTopics } from './figures';
import { githubName, parseRepository } from './github-address';
import { mergeEntries } from './merge-entries';
import { listRows, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';

const sourceId = 'agent-harnesses';
const title = 'Best of agent harnesses';

/** Categories of the list whose projects all do the job of one category here. */
const sorted: ReadonlyMap<string, Pick<NewTool, 'kind' | 'category'>> = new Map([
  ['coding-agent-products', { kind: 'agent', category: 'coding-agent' }],
  ['coding-harness-configs', { kind: 'repository', category: 'agent-extension' }],
  ['evaluation', { kind: 'repository', category: 'llm-evaluation' }],
  ['frameworks', { kind: 'framework', category: 'llm-framework' }],
  ['memory', { kind: 'repository', category: 'agent-memory' }],
  ['multi-agent', { kind: 'framework', category: 'llm-framework' }],
  ['observability', { kind: 'repository', category: 'llm-observability' }],
  ['personal-agent-runtimes', { kind: 'agent', category: 'general-agent' }],
  ['research-task', { kind: 'agent', category: 'deep-research' }],
]);

/** The list says "open-source" and no more of a licence; its ranks of autonomy and recovery are its author's judgement. */
function buildEntry(at: string, row: Fields, asOf: string, reject: Reject): SourceEntry[] {
  const parsed = parseRepository(row.github_id);
  if (parsed === null) {
    reject('the row has no github_id "owner/name"');
    return [];
  }
  const { owner, name, repository } = parsed;
  const frame = { source: sourceId, asOf, address: `https://github.com/${repository}` };
  const category = readText(row.category);
  const facts = [...state(frame, 'stars', readCount(row.stars, 'stars', reject)), ...stateTopics(frame, [category, ...itemsOf(row.tags).map(readText)], title)];
  const sort = sorted.get(category ?? '') ?? { kind: 'repository', category: 'unsorted' };
  return [{ at, names: [githubName(repository)], tool: { name: shortenName(readText(row.name) ?? name), ...sort, vendor: owner, repository }, facts }];
}

/** The list's projects, dated by the day it captured the stars. */
export function parseAgentHarnesses(text: string, read: ReadOptions): ParsedSource {
  const document = readJson(text, title);
  if (!isFields(document) || !Array.isArray(document.projects)) throw new SourceFileError(`This is no file of ${title}: it has no list "projects".`);
  const asOf = readDay(fieldsOf(document.meta).stars_captured, 'stars_captured', () => {}) ?? read.asOf;
  return mergeEntries(collectEntries(listRows(document.projects, 'projects'), read, ({ at, value }, reject) => buildEntry(at, fieldsOf(value), asOf, reject)));
}
