import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headScript } from '../../../components/shell/head-script';
import { parseView } from '../../../lib/address/view';
import { formatWeights } from '../../../lib/address/weights';
import { formatWorkload } from '../../../lib/address/workload';
import { anyText } from '../support/any-text';
import { anyReaderWeights, anyWorkload } from '../support/arbitrary-views';

/** What the head script leaves on the root element of a comparison with this query. */
function runOn(search: string): Record<string, string> {
  const dataset: Record<string, string> = {};
  const root = { dataset, style: { setProperty: () => {} } };
  new Function('document', 'localStorage', 'location', headScript)({ documentElement: root }, { getItem: () => null }, { pathname: '/compare/a-vs-b', search });
  return dataset;
}

/** Room is kept exactly where something will stand: otherwise the page jumps. */
function expectSame(query: URLSearchParams): void {
  const view = parseView(query, ['a', 'b']);
  const left = runOn(`?${query}`);
  expect('weights' in left, `weights of ${query}`).toBe(view.weights !== null);
  expect('workload' in left, `workload of ${query}`).toBe(view.workload !== null);
  expect(left.rows === 'differing').toBe(view.rows === 'differing');
}

test('before the first paint room is kept for any weights and workload that an address can hold', () => {
  fc.assert(fc.property(anyReaderWeights, anyWorkload, (w, use) => expectSame(new URLSearchParams({ w: formatWeights(w), use: formatWorkload(use) }))));
});

const near: readonly Readonly<Record<string, string>>[] = [
  { w: 'a0,q0,e0,f0' },
  { w: 'a101,q0,e0,f0' },
  { w: 'a05,q0,e0,f0' },
  { w: 'a10,q0,e0' },
  { use: 'i1,o1,c60,x41,n1' },
  { use: 'i1,o1,c60,x40,n1' },
  { use: 'i1,o1,n0' },
  { use: 'i1,o1,n1,by:price' },
  { use: 'i12345678,o1,n1' },
  { rows: 'all' },
];

test.each(near)('and for %j as it is read', (query) => {
  expectSame(new URLSearchParams(query));
});

test('and for nothing else', () => {
  fc.assert(fc.property(anyText, (text) => expectSame(new URLSearchParams({ w: text, use: text, rows: text }))));
});
