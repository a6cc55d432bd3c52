import type { CategoryId } from '../catalog/categories';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf } from './fields';
import { readText, shortenName, state, stateTopics } from './figures';
import { githubName, parseGithubAddress } from './github-address';
import { toSpdx } from './licences';
import { mergeEntries } from './merge-entries';
import { readJsonLines } from './read-rows';
import type { ReadOptions } from './source-module';

const sourceId = 'lfai-landscape';
const title = 'LF AI & Data landscape';
const address = 'https://landscape.lfai.foundation';

/** Headings of the landscape whose projects all do the job of one category here. */
const sorted: ReadonlyMap<string, CategoryId> = new Map([
  ['Data: Labeling & Annotation', 'data-labelling'],
  ['Reinforcement Learning: Reinforcement Learning', 'reinforcement-learning'],
  ['Trusted & Responsible AI: Adversarial', 'model-robustness'],
  ['Trusted & Responsible AI: Explainability', 'model-explanation'],
]);

/** Archived is a stage of a project at the foundation, which its own repository may not repeat. */
function buildEntry(at: string, row: Fields, asOf: string, reject: Reject): SourceEntry[] {
  const category = readText(row.category);
  if (category?.includes('Member Company') || category === 'Hosting Companies') {
    reject('the row is a company, not a tool');
    return [];
  }
  const parsed = parseGithubAddress(row.repo);
  if (parsed === null || parsed.below !== null) {
    reject('the row names no repository on GitHub');
    return [];
  }
  const { owner, name, repository } = parsed;
  const subcategory = readText(row.subcategory);
  const frame = { source: sourceId, asOf, address };
  const facts = [
    ...state(frame, 'licence', toSpdx(row.license)),
    ...state(frame, 'status', row.project === 'archived' ? 'archived' : null, { note: 'Its stage as a project of the LF AI & Data Foundation.' }),
    ...stateTopics(frame, [category, subcategory], title),
  ];
  const sort = sorted.get(`${category}: ${subcategory}`) ?? 'unsorted';
  const tool = { name: shortenName(readText(row.name) ?? name), kind: 'repository', category: sort, vendor: owner, repository } as const;
  return [{ at, names: [githubName(repository)], tool, facts }];
}

export function parseLfaiLandscape(text: string, read: ReadOptions): ParsedSource {
  return mergeEntries(collectEntries(readJsonLines(text, title), read, ({ at, value }, reject) => buildEntry(at, fieldsOf(value), read.asOf, reject)));
}
