import type { CategoryId } from '../catalog/categories';
import type { NewTool, ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf } from './fields';
import { type Frame, readCount, readDay, readText, shortenName, state, stateIssuesClosed, stateTopics } from './figures';
import { type GithubAddress, githubName, parseRepository } from './github-address';
import { toSpdx } from './licences';
import { findMcpCategory, toTopic } from './mcp-categories';
import { mergeEntries } from './merge-entries';
import { isKnownMonorepo } from './monorepos';
import { readCsv } from './read-rows';
import type { ReadOptions } from './source-module';

/** A list of libraries for any purpose adds facts to tools known from elsewhere, and lists none itself. */
export type BestOfList = { sourceId: string; title: string; lists: 'machine learning' | 'MCP servers' | 'anything' };

const columns = ['name', 'github_id', 'category', 'star_count', 'fork_count', 'projectrank'];

/** Categories of the machine-learning list whose projects all do the job of one category here. */
const learningCategories: ReadonlyMap<string, CategoryId> = new Map([
  ['adversarial', 'model-robustness'],
  ['financial-data', 'finance-ai'],
  ['graph', 'graph-learning'],
  ['interpretability', 'model-explanation'],
  ['medical-data', 'science-ai'],
  ['nn-search', 'vector-database'],
  ['ocr', 'ocr'],
  ['privacy-ml', 'model-robustness'],
  ['probabilistics', 'probabilistic-modelling'],
  ['recommender-systems', 'recommendation'],
  ['reinforcement-learning', 'reinforcement-learning'],
  ['time-series-data', 'time-series'],
]);

/** A project of the MCP list that has no MCP in its name does more than serve it, and a monorepo is no server: the list does not say what they are. */
function sortProject({ lists }: BestOfList, repository: string, category: string | null): Pick<NewTool, 'kind' | 'category'> {
  const isServer = lists === 'MCP servers' && /mcp|model-?context-?protocol/i.test(repository) && !isKnownMonorepo(repository);
  if (isServer) return { kind: 'mcp-server', category: findMcpCategory(category) };
  const sorted = lists === 'machine learning' ? learningCategories.get(category ?? '') : undefined;
  return { kind: 'repository', category: sorted ?? 'unsorted' };
}

const simplify = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A package is the project only where it has its name: `pymilvus` is a client of Milvus. */
function listPackageNames(row: Fields, { name }: GithubAddress): string[] {
  return (['pypi', 'npm'] as const).flatMap((registry) => {
    const id = readText(row[`${registry}_id`]);
    return id !== null && simplify(id) === simplify(name) ? [`${registry}:${id.toLowerCase()}`] : [];
  });
}

/** The list's own sum of downloads mixes registries and averages releases, so each registry's figure is taken instead. */
function stateDownloads(frame: Frame, row: Fields, reject: Reject): Fact[] {
  const registries = { pypi: 'PyPI', npm: 'npm' } as const;
  return (['pypi', 'npm'] as const).flatMap((id) => {
    const name = readText(row[`${id}_id`]);
    const count = readCount(row[`${id}_monthly_downloads`], `${id}_monthly_downloads`, reject);
    return name === null ? [] : state(frame, 'downloads-30d', count, { conditions: { registry: registries[id], package: name } });
  });
}

/** The list counts commits over 90 days, and leaves a field empty where a count is 0 or unknown: both stay unknown. */
function stateRepository(frame: Frame, address: string, row: Fields, reject: Reject): Fact[] {
  const here = { ...frame, address };
  const count = (column: string): number | null => readCount(row[column], column, reject);
  return [
    ...state(here, 'stars', count('star_count')),
    ...state(here, 'forks', count('fork_count')),
    ...stateIssuesClosed(frame, count('open_issue_count'), count('closed_issue_count')),
    ...state(frame, 'last-release', readDay(row.latest_stable_release_published_at, 'latest_stable_release_published_at', reject)),
    ...state(here, 'last-commit', readDay(row.last_commit_pushed_at, 'last_commit_pushed_at', reject)),
    ...state(here, 'commits', count('commit_count')),
    ...state(here, 'commits-90d', count('recent_commit_count')),
    ...state(here, 'contributors', count('contributor_count')),
    ...state(frame, 'dependents', count('dependent_project_count')),
    ...stateDownloads(frame, row, reject),
    ...state(here, 'licence', toSpdx(row.license)),
  ];
}

function listLabels(row: Fields): string[] {
  return [...(readText(row.labels) ?? '').slice(0, 1_000).matchAll(/'([^']+)'/g)].flatMap(([, label]) => label ?? []);
}

function buildEntry(at: string, row: Fields, frame: Frame, list: BestOfList, reject: Reject): SourceEntry[] {
  if (readText(row.resource)?.toLowerCase() === 'true') {
    reject('the row is a link to another list, not a tool');
    return [];
  }
  const listed = parseRepository(row.github_id);
  if (listed === null) {
    reject('the row names no repository on GitHub');
    return [];
  }
  const moved = parseRepository(row.updated_github_id);
  const { owner, name, repository } = moved ?? listed;
  const category = readText(row.category);
  const address = `https://github.com/${repository}`;
  const written = readText(row.name) ?? name;
  return [
    {
      at,
      names: [githubName(listed.repository), ...(moved ? [githubName(repository)] : []), ...listPackageNames(row, listed)],
      tool:
        list.lists === 'anything'
          ? null
          : { name: shortenName(written.split('/').at(-1) || name), ...sortProject(list, repository, category), vendor: owner, repository },
      facts: [...stateRepository(frame, address, row, reject), ...stateTopics({ ...frame, address }, [toTopic(category), ...listLabels(row)], list.title)],
    },
  ];
}

/** A parser for the history files of one list made with the best-of generator. */
export function parseBestOf(list: BestOfList): (text: string, read: ReadOptions) => ParsedSource {
  return (text, read) => {
    const frame = { source: list.sourceId, asOf: read.asOf };
    const rows = readCsv(text, columns, list.title);
    return mergeEntries(collectEntries(rows, read, ({ at, value }, reject) => buildEntry(at, fieldsOf(value), frame, list, reject)));
  };
}
