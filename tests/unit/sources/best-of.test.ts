import { expect, test } from 'vitest';
import { parseBestOf } from '@/lib/sources/best-of';
import { SourceFileError } from '@/lib/sources/read-rows';

const columns = [
  'name',
  'github_id',
  'category',
  'resource',
  'github_url',
  'license',
  'last_commit_pushed_at',
  'commit_count',
  'recent_commit_count',
  'fork_count',
  'open_issue_count',
  'closed_issue_count',
  'star_count',
  'contributor_count',
  'latest_stable_release_published_at',
  'monthly_downloads',
  'pypi_id',
  'pypi_monthly_downloads',
  'npm_id',
  'npm_monthly_downloads',
  'dependent_project_count',
  'updated_github_id',
  'labels',
  'projectrank',
] as const;

/** Figures of one project of the list of 2025-10-30. */
const milvus = {
  name: 'Milvus',
  github_id: 'milvus-io/milvus',
  category: 'nn-search',
  license: 'Apache-2.0',
  last_commit_pushed_at: '2025-10-30 09:40:09',
  commit_count: '23367.0',
  recent_commit_count: '507.0',
  fork_count: '3487.0',
  open_issue_count: '811.0',
  closed_issue_count: '13695.0',
  star_count: '38278.0',
  contributor_count: '334.0',
  latest_stable_release_published_at: '2025-10-21 07:54:24.000',
  monthly_downloads: '4307021.0',
  pypi_id: 'pymilvus',
  pypi_monthly_downloads: '3311610.0',
  dependent_project_count: '349.0',
  projectrank: '43',
};

function file(...rows: Partial<Record<(typeof columns)[number], string>>[]): string {
  return [columns.join(','), ...rows.map((row) => columns.map((column) => `"${row[column] ?? ''}"`).join(','))].join('\n');
}

const parseMl = parseBestOf({ sourceId: 'best-of-ml', title: 'Best of machine learning with Python', lists: 'machine learning' });
const parseMcp = parseBestOf({ sourceId: 'best-of-mcp', title: 'Best of MCP servers', lists: 'MCP servers' });
const read = { asOf: '2025-10-30' };

test('a project gives the figures of its row', () => {
  const { entries, rejected } = parseMl(file(milvus), read);
  expect(rejected).toEqual([]);
  expect(entries[0]?.tool).toEqual({ name: 'Milvus', kind: 'repository', category: 'vector-database', vendor: 'milvus-io', repository: 'milvus-io/milvus' });
  expect(entries[0]?.facts.map(({ signal, value }) => [signal, value])).toEqual([
    ['stars', 38278],
    ['forks', 3487],
    ['issues-closed', 0.9441],
    ['last-release', '2025-10-21'],
    ['last-commit', '2025-10-30'],
    ['commits', 23367],
    ['commits-90d', 507],
    ['contributors', 334],
    ['dependents', 349],
    ['downloads-30d', 3311610],
    ['licence', 'Apache-2.0'],
    ['topics', ['nn-search']],
  ]);
});

test('downloads are those of the package, not the sum that mixes registries', () => {
  const facts = parseMl(file({ ...milvus, npm_id: '@zilliz/milvus2-sdk-node', npm_monthly_downloads: '0.0' }), read).entries[0]?.facts ?? [];
  expect(facts.filter(({ signal }) => signal === 'downloads-30d').map(({ value, conditions }) => [value, conditions])).toEqual([
    [3311610, { registry: 'PyPI', package: 'pymilvus' }],
    [0, { registry: 'npm', package: '@zilliz/milvus2-sdk-node' }],
  ]);
});

test('a package is a name of the project only where it has the project’s name', () => {
  const names = (pypi: string) => parseMl(file({ ...milvus, pypi_id: pypi }), read).entries[0]?.names;
  expect(names('pymilvus')).toEqual(['github:milvus-io/milvus']);
  expect(names('Milvus')).toEqual(['github:milvus-io/milvus', 'pypi:milvus']);
});

test('an empty count is unknown, since the list leaves zeros empty as well', () => {
  const { entries } = parseMl(file({ ...milvus, open_issue_count: '', recent_commit_count: '', star_count: '0' }), read);
  const signals = entries[0]?.facts.map(({ signal }) => signal) ?? [];
  expect(signals).not.toContain('issues-closed');
  expect(signals).not.toContain('commits-90d');
  expect(entries[0]?.facts[0]).toMatchObject({ signal: 'stars', value: 0 });
});

test('a repository that moved is known by both names', () => {
  const { entries } = parseMl(file({ ...milvus, github_id: 'Microsoft/Recommenders', updated_github_id: 'recommenders-team/recommenders' }), read);
  expect(entries[0]?.names).toEqual(['github:microsoft/recommenders', 'github:recommenders-team/recommenders']);
  expect(entries[0]?.tool?.repository).toBe('recommenders-team/recommenders');
});

test('links to other lists and projects without a repository on GitHub are rejected', () => {
  const { entries, rejected } = parseMl(file({ ...milvus, resource: 'True' }, { ...milvus, github_id: '' }), read);
  expect(entries).toEqual([]);
  expect(rejected.map(({ reason }) => reason)).toEqual(['the row is a link to another list, not a tool', 'the row names no repository on GitHub']);
});

test('a project of the MCP list is a server where its name says so, and its part of a monorepo is none', () => {
  const kinds = ['idosal/git-mcp', 'netdata/netdata', 'awslabs/mcp'].map(
    (id) => parseMcp(file({ ...milvus, github_id: id, category: 'databases' }), read).entries[0]?.tool,
  );
  expect(kinds.map((tool) => [tool?.kind, tool?.category])).toEqual([
    ['mcp-server', 'database-access'],
    ['repository', 'unsorted'],
    ['repository', 'unsorted'],
  ]);
});

test('labels join the category, and the category of what is left over is no topic', () => {
  const topics = (row: object) => parseMl(file({ ...milvus, ...row }), read).entries[0]?.facts.find(({ signal }) => signal === 'topics')?.value;
  expect(topics({ labels: "['pytorch', 'jax']" })).toEqual(['nn-search', 'pytorch', 'jax']);
  expect(topics({ category: 'others' })).toBeUndefined();
});

test('a file of another list’s format is refused', () => {
  expect(() => parseMl('rank,item,repo_name,stars\n1,C,x,1', read)).toThrow(
    new SourceFileError('This is no file of Best of machine learning with Python: its header has no column "name".'),
  );
});

test('a list of libraries for any purpose adds facts and lists nothing as a tool', () => {
  const [entry] = parseBestOf({ sourceId: 'best-of-python', title: 'Best of Python', lists: 'anything' })(file(milvus), read).entries;
  expect(entry?.tool).toBeNull();
  expect(entry?.facts[0]).toMatchObject({ signal: 'stars', value: 38278, source: 'best-of-python' });
});
