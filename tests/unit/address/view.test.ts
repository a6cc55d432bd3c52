import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortSlugs } from '../../../lib/address/set';
import { formatView, parseView } from '../../../lib/address/view';
import { anyText } from '../support/any-text';

const slugs = ['a', 'b', 'c'];
const read = (query: string) => parseView(new URLSearchParams(query), slugs);

test.each([
  ['', null, 0],
  ['order=c,a,b', ['c', 'a', 'b'], 0],
  ['order=a,b,c', null, 0],
  ['order=c,a', null, 0],
  ['order=c,a,b,b', null, 0],
  ['order=c,a,x', null, 0],
  ['order=,,', null, 0],
  ['dropped=2', null, 2],
  ['dropped=-1', null, 0],
  ['dropped=1e9', null, 0],
  ['dropped=NaN', null, 0],
])('the query %j shows the order %j and %i dropped tools', (query, order, dropped) => {
  expect(read(query)).toEqual({ order, dropped, rows: 'all' });
});

test.each([
  ['rows=differing', 'differing'],
  ['rows=all', 'all'],
  ['rows=', 'all'],
  ['rows=DIFFERING', 'all'],
])('the query %j shows %s rows', (query, rows) => {
  expect(read(query)).toEqual({ order: null, dropped: 0, rows });
});

test('the plain page has no query', () => {
  expect(formatView({ order: null, dropped: 0, rows: 'all' })).toBe('');
});

test('a view survives being written into an address and read from it', () => {
  const views = fc.record({
    order: fc.option(fc.shuffledSubarray(slugs, { minLength: 3 }).filter((order) => order.join() !== sortSlugs(slugs).join())),
    dropped: fc.integer({ min: 0, max: 999 }),
    rows: fc.constantFrom('all', 'differing'),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(read(formatView(view))).toEqual(view);
    }),
  );
});

test('any query gives a view', () => {
  fc.assert(
    fc.property(anyText, anyText, (order, dropped) => {
      const view = parseView(new URLSearchParams({ order, dropped }), slugs);
      expect(view.order === null || view.order.length === slugs.length).toBe(true);
      expect(Number.isSafeInteger(view.dropped)).toBe(true);
    }),
  );
});
