import { expect, test } from 'vitest';
import { parseOpenalternative } from '@/lib/sources/openalternative';

const row = {
  name: 'Parlant',
  url: 'https://openalternative.co/parlant',
  category: 'AI & Machine Learning',
  subcategory: 'AI Development Platforms',
  license: 'Apache-2.0',
  stars_rounded: 18000,
};
const parse = (...rows: object[]) => parseOpenalternative(rows.map((each) => JSON.stringify(each)).join('\n'), { asOf: '2026-07-24' });

test('a project says its licence and its headings, makes no tool, and rounded stars are no figure', () => {
  const { entries, rejected } = parse(row);
  expect(rejected).toEqual([]);
  expect(entries[0]).toMatchObject({ at: 'line 1', names: ['openalternative:parlant'], tool: null });
  expect(entries[0]?.facts.map(({ signal, value }) => [signal, value])).toEqual([
    ['licence', 'Apache-2.0'],
    ['topics', ['AI & Machine Learning', 'AI Development Platforms']],
  ]);
});

test('a project under several headings is one entry', () => {
  const { entries, rejected } = parse(row, { ...row, subcategory: 'Chatbots', license: null });
  expect(rejected).toEqual([]);
  expect(entries.map(({ facts }) => facts.map(({ value }) => value))).toEqual([
    ['Apache-2.0', ['AI & Machine Learning', 'AI Development Platforms', 'Chatbots']],
  ]);
});

test('a row without an address of the site is rejected', () => {
  expect(parse(row, { ...row, url: 'https://example.com/parlant' }).rejected).toEqual([
    { at: 'line 2', reason: 'the row has no address on openalternative.co' },
  ]);
});
