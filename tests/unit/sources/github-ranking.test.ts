import { expect, test } from 'vitest';
import { parseGithubRanking, parseGithubRankingAi } from '@/lib/sources/github-ranking';
import { SourceFileError } from '@/lib/sources/read-rows';

const header = 'rank,item,repo_name,stars,forks,language,repo_url,username,issues,last_commit,description';
const row = (item: string, repository: string, stars: string | number, forks: string | number, language: string, day: string): string =>
  `1,${item},${repository.split('/')[1]},${stars},${forks},${language},https://github.com/${repository},${repository.split('/')[0]},0,${day},`;
const file = (...rows: string[]): string => [header, ...rows].join('\n');
const read = { asOf: '2026-08-22' };
const whisper = row('Python', 'openai/whisper', 107756, 13073, 'Python', '2026-07-28T10:00:00Z');

test('a repository of the ranking gives its four figures, with the repository as the place to check', () => {
  const place = { method: 'measured', source: 'github-ranking', asOf: '2026-08-22', address: 'https://github.com/openai/whisper' };
  expect(parseGithubRanking(file(whisper), read)).toEqual({
    rejected: [],
    entries: [
      {
        at: 'line 2',
        names: ['github:openai/whisper'],
        tool: null,
        facts: [
          { signal: 'stars', value: 107756, ...place },
          { signal: 'forks', value: 13073, ...place },
          { signal: 'language', value: 'Python', ...place },
          { signal: 'last-commit', value: '2026-07-28', ...place },
        ],
      },
    ],
  });
});

test('the ranking of AI lists what it ranks, the general one only adds figures to known tools', () => {
  expect(parseGithubRanking(file(whisper), read).entries[0]?.tool).toBeNull();
  expect(parseGithubRankingAi(file(whisper), read).entries[0]?.tool).toEqual({
    name: 'whisper',
    kind: 'repository',
    category: 'unsorted',
    vendor: 'openai',
    repository: 'openai/whisper',
  });
});

test('a repository under several headings is one entry with all of them as topics', () => {
  const rows = ['LLM', 'AI'].map((item) => row(item, 'ollama/ollama', 5, 0, '', '2026-08-22T03:51:47Z'));
  const { entries, rejected } = parseGithubRankingAi(file(...rows), read);
  expect(rejected).toEqual([]);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.facts.map(({ signal, value }) => [signal, value])).toEqual([
    ['stars', 5],
    ['forks', 0],
    ['last-commit', '2026-08-22'],
    ['topics', ['LLM', 'AI']],
  ]);
  expect(entries[0]?.facts.at(-1)?.conditions).toEqual({ list: 'GitHub ranking of AI repositories' });
});

test('of figures that differ for one repository the first is kept and the second rejected', () => {
  const again = row('top-100-stars', 'OpenAI/Whisper', 107758, 13073, 'Python', '2026-07-28T10:00:00Z');
  const { entries, rejected } = parseGithubRanking(file(whisper, again), read);
  expect(entries.map(({ facts }) => facts[0]?.value)).toEqual([107756]);
  expect(rejected).toEqual([{ at: 'line 3', reason: 'stars of github:openai/whisper differ from line 2; the first are kept' }]);
});

test.each([
  { stars: '-1', reason: null },
  { stars: '', reason: null },
  { stars: 'N/A', reason: null },
  { stars: '-7', reason: 'stars "-7" is not a whole number of 0 or more' },
  { stars: '1e5', reason: 'stars "1e5" is not a whole number of 0 or more' },
  { stars: '"1,234"', reason: 'stars "1,234" is not a whole number of 0 or more' },
])('stars of $stars give no fact, and the other figures stay', ({ stars, reason }) => {
  const { entries, rejected } = parseGithubRanking(file(row('Python', 'openai/whisper', stars, 3, 'Python', '2026-07-28T10:00:00Z')), read);
  expect(entries[0]?.facts.map(({ signal }) => signal)).toEqual(['forks', 'language', 'last-commit']);
  expect(rejected).toEqual(reason === null ? [] : [{ at: 'line 2', reason }]);
});

test('a commit after the day of the data is rejected; one of the next day may be a time zone', () => {
  const days = ['2026-08-23T01:00:00Z', '2026-08-24T01:00:00Z'].map((day) => parseGithubRanking(file(row('C', 'a/b', 1, 1, 'C', day)), read));
  expect(days.map(({ entries }) => entries[0]?.facts.some(({ signal }) => signal === 'last-commit'))).toEqual([true, false]);
  expect(days[1]?.rejected).toEqual([{ at: 'line 2', reason: 'last-commit 2026-08-24 is after the day of the data' }]);
});

test.each([
  { what: 'another host', repository: 'owner/name', from: 'github.com', to: 'gitlab.com' },
  { what: 'a page of the host', repository: 'topics/mcp', from: '', to: '' },
  { what: 'markup', repository: 'owner/<b>x</b>', from: '', to: '' },
])('an address of $what makes no entry', ({ repository, from, to }) => {
  const { entries, rejected } = parseGithubRanking(file(row('C', repository, 1, 1, 'C', '2026-08-20').replace(from, to), whisper), read);
  expect(entries.map(({ at }) => at)).toEqual(['line 3']);
  expect(rejected[0]?.reason).toContain('is not the address of a repository on GitHub');
});

test('a row with too few fields, and one that never closes its quotation mark, take nothing with them that stood before', () => {
  const { entries, rejected } = parseGithubRanking(file(whisper, '2,C,short', row('C', 'a/b', 1, 1, 'C', '2026-08-20'), '3,"C,open'), read);
  expect(entries.map(({ names }) => names[0])).toEqual(['github:openai/whisper', 'github:a/b']);
  expect(rejected.map(({ reason }) => reason)).toEqual([
    'the row has more or fewer fields than the header',
    'a quotation mark is never closed, so the rest of the file was not read',
  ]);
});

test.each(['', 'rank;item;repo_name;stars', '<html></html>', '{"items":[]}', 'name,github_id\na,b/c'])('%j is no file of the ranking', (text) => {
  expect(() => parseGithubRanking(text, read)).toThrow(SourceFileError);
});
