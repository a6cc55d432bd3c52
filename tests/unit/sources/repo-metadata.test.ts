import { expect, test } from 'vitest';
import { SourceFileError } from '@/lib/sources/read-rows';
import { parseRepoMetadata } from '@/lib/sources/repo-metadata';

const read = { asOf: '2026-05-04' };
const item = {
  fullName: '0xGF/boneyard',
  language: 'TypeScript',
  topics: ['skeleton'],
  stars: 5384,
  forks: 210,
  openIssues: 2,
  createdAt: '2026-04-01T15:25:45Z',
  pushedAt: '2026-05-03T16:03:26Z',
  archived: false,
  fetchedAt: '2026-05-04T04:20:13.092Z',
};
const parse = (...items: unknown[]) => parseRepoMetadata(JSON.stringify({ items }), read);

test('a repository gives its figures, dated by the day they were fetched', () => {
  const { entries, rejected } = parse({ ...item, fetchedAt: '2026-05-03T04:20:13.092Z' });
  expect(rejected).toEqual([]);
  expect(entries[0]?.names).toEqual(['github:0xgf/boneyard']);
  expect(entries[0]?.facts.map(({ signal, value, asOf }) => [signal, value, asOf])).toEqual([
    ['stars', 5384, '2026-05-03'],
    ['forks', 210, '2026-05-03'],
    ['language', 'TypeScript', '2026-05-03'],
    ['last-commit', '2026-05-03', '2026-05-03'],
    ['topics', ['skeleton'], '2026-05-03'],
  ]);
});

test('a repository is listed only where its owners call it one of AI', () => {
  const tools = [['skeleton'], [], ['LLM', 'x'], 'ai'].map((topics) => parse({ ...item, topics }).entries[0]?.tool?.repository);
  expect(tools).toEqual([undefined, undefined, '0xGF/boneyard', undefined]);
});

test('the day a repository was created is not taken for its first commit', () => {
  expect(parse(item).entries[0]?.facts.some(({ signal }) => signal === 'first-commit')).toBe(false);
});

test('only a repository that is said to be archived is archived', () => {
  const status = (archived: unknown) => parse({ ...item, archived }).entries[0]?.facts.find(({ signal }) => signal === 'status')?.value;
  expect([true, false, null, undefined, 'true'].map(status)).toEqual(['archived', undefined, undefined, undefined, undefined]);
});

test('no stars are a figure and missing stars are none', () => {
  const stars = (value: unknown) => parse({ ...item, stars: value }).entries[0]?.facts.find(({ signal }) => signal === 'stars')?.value;
  expect([0, null, undefined, -1, -3].map(stars)).toEqual([0, undefined, undefined, undefined, undefined]);
});

test('a figure fetched after the day of the data is rejected', () => {
  const { entries, rejected } = parse({ ...item, fetchedAt: '2027-01-01T00:00:00Z', topics: [] });
  expect(entries).toEqual([]);
  expect(rejected[0]).toEqual({ at: 'items[0]', reason: 'stars is dated 2027-01-01, after the day of the data' });
});

test('a repository listed twice with other figures keeps the first', () => {
  const { entries, rejected } = parse(item, { ...item, fullName: '0xgf/Boneyard', stars: 1 });
  expect(entries).toHaveLength(1);
  expect(rejected).toEqual([{ at: 'items[1]', reason: 'stars of github:0xgf/boneyard differ from items[0]; the first are kept' }]);
});

test('a row without a name is rejected, and a document without items is no file of it', () => {
  expect(parse(item, { stars: 1 }, null, 'x').rejected.map(({ at }) => at)).toEqual(['items[1]', 'items[2]', 'items[3]']);
  expect(() => parseRepoMetadata('{"failures": []}', read)).toThrow(SourceFileError);
});
