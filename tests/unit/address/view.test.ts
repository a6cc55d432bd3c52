import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortSlugs } from '../../../lib/address/set';
import { formatView, parseView, type View } from '../../../lib/address/view';
import { anyText } from '../support/any-text';
import { anyReaderWeights, anyWorkload } from '../support/arbitrary-views';

const slugs = ['a', 'b', 'c'];
const plain: View = { order: null, dropped: 0, rows: 'all', weights: null, workload: null };
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
  expect(read(query)).toEqual({ ...plain, order, dropped });
});

test.each([
  ['rows=differing', 'differing'],
  ['rows=all', 'all'],
  ['rows=', 'all'],
  ['rows=DIFFERING', 'all'],
])('the query %j shows %s rows', (query, rows) => {
  expect(read(query)).toEqual({ ...plain, rows });
});

test('the plain page has no query', () => {
  expect(formatView(plain)).toBe('');
});

test('a view survives being written into an address and read from it', () => {
  const views = fc.record({
    order: fc.option(fc.shuffledSubarray(slugs, { minLength: 3 }).filter((order) => order.join() !== sortSlugs(slugs).join())),
    dropped: fc.integer({ min: 0, max: 999 }),
    rows: fc.constantFrom('all', 'differing'),
    weights: fc.option(anyReaderWeights),
    workload: fc.option(anyWorkload),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(read(formatView(view))).toEqual(view);
    }),
  );
});

test.each([
  ['a40,q30,e10,f20', { adoption: 40, quality: 30, ecosystem: 10, freshness: 20 }],
  ['a0,q100,e0,f0', { adoption: 0, quality: 100, ecosystem: 0, freshness: 0 }],
  ['a0,q0,e0,f0', null],
  ['a101,q0,e0,f0', null],
  ['a040,q30,e10,f20', null],
  ['a4.5,q30,e10,f20', null],
  ['a-1,q30,e10,f20', null],
  ['q30,a40,e10,f20', null],
  ['a40,q30,e10', null],
  ['a40,q30,e10,f20,m5', null],
  [' a40,q30,e10,f20', null],
  ['', null],
])('the weights %j are read as %j', (w, weights) => {
  expect(read(new URLSearchParams({ w }).toString())).toEqual({ ...plain, weights });
});

const use = { input: 4_000, output: 400, cached: 0, written: 0, calls: 1_000, model: null, by: 'input' };

test.each([
  ['i4000,o400,n1000', use],
  ['i4000,o400,c50,x10,n1000,m:gpt-5-mini,by:output', { ...use, cached: 50, written: 10, model: 'gpt-5-mini', by: 'output' }],
  ['i0,o0,n1', { ...use, input: 0, output: 0, calls: 1 }],
  ['i4000,o400,n0', null],
  ['i4000,o400,c60,x41,n1000', null],
  ['i4000,o400,c101,n1000', null],
  ['i4000,o400,n1000,by:price', null],
  ['i4000,o400,n1000,m:GPT 5', null],
  ['i1e3,o400,n1000', null],
  ['i99999999,o400,n1000', null],
  ['o400,i4000,n1000', null],
  ['i4000', null],
])('the workload %j is read as %j', (text, workload) => {
  expect(read(new URLSearchParams({ use: text }).toString())).toEqual({ ...plain, workload });
});

test('any query gives a view', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (order, dropped, text) => {
      const view = parseView(new URLSearchParams({ order, dropped, w: text, use: text }), slugs);
      expect(view.order === null || view.order.length === slugs.length).toBe(true);
      expect(Number.isSafeInteger(view.dropped)).toBe(true);
    }),
  );
});
