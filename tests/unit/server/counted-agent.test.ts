import { expect, test } from 'vitest';
import { findCountedAgent } from '../../../lib/server/counted-agent';

const firefox = { 'user-agent': 'Firefox' };

test('a reader is counted by what the browser calls itself', () => {
  expect(findCountedAgent({ method: 'GET', headers: firefox })).toBe('Firefox');
});

test.each([
  ['a prefetch', 'GET', { 'sec-purpose': 'prefetch;prerender' }],
  ['an older prefetch', 'GET', { purpose: 'prefetch' }],
  ['a request marked as not to be counted', 'GET', { 'x-not-counted': '1' }],
  ['a look at the head alone', 'HEAD', {}],
])('%s is not counted', (_what, method, headers) => {
  expect(findCountedAgent({ method, headers: { ...firefox, ...headers } })).toBeNull();
});
