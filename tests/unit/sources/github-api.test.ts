import { expect, test } from 'vitest';
import { parseGithubApi } from '@/lib/sources/github-api';
import { SourceFileError } from '@/lib/sources/read-rows';
import github from '../../fixtures/live/github.json';

const read = { asOf: '2026-08-01' };
const { body } = github.answers['/repos/PyGithub/PyGithub'];
const line = (value: unknown): string => JSON.stringify(value);
const valuesOf = (parsed: ReturnType<typeof parseGithubApi>) => parsed.entries[0]?.facts.map(({ signal, value, asOf }) => [signal, value, asOf]);

test('an answer of GitHub gives the figures of its repository, dated by the day it was fetched', () => {
  const parsed = parseGithubApi(line({ asked: 'PyGithub/PyGithub', fetchedOn: '2025-01-07', repository: body }), read);
  expect(parsed.rejected).toEqual([]);
  expect(parsed.entries[0]).toMatchObject({ names: ['github:pygithub/pygithub'], tool: null });
  expect(valuesOf(parsed)).toEqual([
    ['stars', 7122, '2025-01-07'],
    ['forks', 1793, '2025-01-07'],
    ['language', 'Python', '2025-01-07'],
    ['last-commit', '2024-12-19', '2025-01-07'],
    ['licence', 'LGPL-3.0', '2025-01-07'],
    ['topics', ['github', 'github-api', 'pygithub', 'python'], '2025-01-07'],
  ]);
});

test('no stars are a measurement; a missing language, licence and list of topics are unknown', () => {
  const answer = github.answers['/repos/octokit-fixture-org/hello-world'].body;
  expect(valuesOf(parseGithubApi(line(answer), read))).toEqual([
    ['stars', 0, '2026-08-01'],
    ['forks', 0, '2026-08-01'],
    ['last-commit', '2017-11-03', '2026-08-01'],
  ]);
});

test('a renamed repository is known by both names, and its release and end are facts', () => {
  const repository = { ...body, full_name: 'PyGithub/new', archived: true };
  const parsed = parseGithubApi(line({ asked: 'PyGithub/PyGithub', repository, release: { published_at: '2025-01-01T10:00:00Z' } }), read);
  expect(parsed.entries[0]?.names).toEqual(['github:pygithub/new', 'github:pygithub/pygithub']);
  expect(valuesOf(parsed)).toEqual(
    expect.arrayContaining([
      ['last-release', '2025-01-01', '2026-08-01'],
      ['status', 'archived', '2026-08-01'],
    ]),
  );
});

test.each([null, -1, '7122', 7122.5, 1e300, undefined, [], {}, true])('a row whose stars are %o is rejected, and the rest goes in', (stars) => {
  const wrong = { asked: 'a/wrong', repository: { ...body, full_name: 'a/wrong', stargazers_count: stars } };
  const parsed = parseGithubApi([line(wrong), line(body)].join('\n'), read);
  expect(parsed.entries.map(({ names }) => names[0])).toEqual(['github:pygithub/pygithub']);
  expect(parsed.rejected).toHaveLength(1);
  expect(parsed.rejected[0]?.reason).toContain('stargazers_count');
});

test('names that are none and repositories that are private are rejected', () => {
  const rows = [{ full_name: '../../etc' }, { full_name: 'a/b/c' }, { private: true }].map((change) => line({ ...body, ...change }));
  expect(parseGithubApi(rows.join('\n'), read)).toMatchObject({
    entries: [],
    rejected: [{ at: 'line 1' }, { at: 'line 2' }, { reason: 'a private repository' }],
  });
});

test('a page of HTML is no file of it', () => {
  expect(() => parseGithubApi('<html>', read)).toThrow(SourceFileError);
});
