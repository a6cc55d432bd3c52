import { expect, test } from 'vitest';
import { parseLfaiLandscape } from '@/lib/sources/lfai-landscape';
import { SourceFileError } from '@/lib/sources/read-rows';

const read = { asOf: '2026-08-14' };
const item = {
  category: 'Trusted & Responsible AI',
  subcategory: 'Explainability',
  name: 'AI Explainability 360',
  repo: 'https://github.com/Trusted-AI/AIX360',
  project: 'graduated',
};
const parse = (...rows: object[]) => parseLfaiLandscape(rows.map((row) => JSON.stringify(row)).join('\n'), read);

test('a project is put under its two headings', () => {
  const { entries, rejected } = parse(item);
  expect(rejected).toEqual([]);
  expect(entries[0]?.names).toEqual(['github:trusted-ai/aix360']);
  expect(entries[0]?.tool).toMatchObject({ name: 'AI Explainability 360', category: 'model-explanation' });
  expect(entries[0]?.facts.map(({ signal, value }) => [signal, value])).toEqual([['topics', ['Trusted & Responsible AI', 'Explainability']]]);
});

test('a heading that repeats itself is one topic, and an archived project is archived', () => {
  const { entries } = parse({ ...item, category: 'Programming', subcategory: 'Programming', project: 'archived', license: 'Apache License 2.0' });
  expect(entries[0]?.facts.map(({ signal, value }) => [signal, value])).toEqual([
    ['licence', 'Apache-2.0'],
    ['status', 'archived'],
    ['topics', ['Programming']],
  ]);
});

test('companies, organisations without a repository and parts of one are rejected', () => {
  const { entries, rejected } = parse(
    { ...item, category: 'LF AI & Data Member Company' },
    { ...item, repo: 'https://github.com/vortex-data' },
    { ...item, repo: 'https://github.com/a/b/tree/main/c' },
    { ...item, repo: null },
  );
  expect(entries).toEqual([]);
  expect(rejected.map(({ reason }) => reason)).toEqual(['the row is a company, not a tool', ...Array(3).fill('the row names no repository on GitHub')]);
});

test('YAML is no file of the landscape here', () => {
  expect(() => parseLfaiLandscape('landscape:\n  - category:\n', read)).toThrow(SourceFileError);
});
