import { expect, test } from 'vitest';
import { findStandings } from '../../../lib/db/make-listings';

const ranked = (...totals: number[]) => totals.map((total, index) => ({ id: `tool-${index}`, category: 'chat-model', total }));

test('the top of a category stands at 100, its bottom at 0', () => {
  expect([...findStandings(ranked(10, 30, 20)).values()]).toEqual([0, 100, 50]);
});

test('equal totals stand alike', () => {
  expect([...findStandings(ranked(10, 20, 20, 30)).values()]).toEqual([0, 50, 50, 100]);
  expect([...findStandings(ranked(5, 5, 5)).values()]).toEqual([50, 50, 50]);
});

test('with fewer than three ranked tools in a category nobody stands anywhere', () => {
  expect(findStandings(ranked(10, 20)).size).toBe(0);
});

test('categories do not mix', () => {
  const others = ranked(1, 2, 3).map((each) => ({ ...each, id: `other-${each.id}`, category: 'web-search' }));
  const standings = findStandings([...ranked(10, 20, 30), ...others]);
  expect(standings.get('tool-0')).toBe(0);
  expect(standings.get('other-tool-2')).toBe(100);
});
