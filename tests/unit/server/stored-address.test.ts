import { expect, test } from 'vitest';
import { findStoredAddress, isNegotiated } from '../../../lib/server/stored-address';

const json = 'application/json';

test.each([
  ['/', '', '', '/'],
  ['/', 'a=1', '', null],
  ['/tools/vllm', '', 'text/html, */*', '/tools/vllm'],
  ['/tools/vllm', 'order=a', '', '/tools/vllm'],
  ['/compare/sglang-vs-vllm', 'order=vllm,sglang', '', '/compare/sglang-vs-vllm'],
  ['/compare/sglang-vs-vllm', '', json, '/twin/json/compare/sglang-vs-vllm'],
  ['/compare/sglang-vs-vllm', 'order=vllm,sglang', json, '/twin/json/compare/sglang-vs-vllm'],
  ['/tools/vllm', '', 'text/markdown', '/twin/md/tools/vllm'],
  ['/tools', '', json, '/tools'],
  ['/tools', 'kind=model', '', null],
  ['/twin/json/tools/vllm', '', '', null],
  ['/twin/json/tools/vllm', '', json, null],
  ['/missing', 'name=x', '', null],
  ['/_next/static/chunks/a.js', '', '', '/_next/static/chunks/a.js'],
  ['/_next/static/chunks/a.js', 'v=2', json, '/_next/static/chunks/a.js'],
])('the page at %s?%s for %j would be stored under %j', (path, query, accept, stored) => {
  expect(findStoredAddress({ path, query, accept })).toBe(stored);
});

test.each([
  ['/compare/sglang-vs-vllm', true],
  ['/compare/sglang-vs-vllm.json', true],
  ['/tools/vllm', true],
  ['/search', true],
  ['/search?q=x', true],
  ['/search.csv', true],
  ['/compare', false],
  ['/tools', false],
  ['/searching', false],
  ['/', false],
])('what %s sends depends on Accept: %s', (path, negotiated) => {
  expect(isNegotiated(path)).toBe(negotiated);
});
