import { expect, test } from 'vitest';
import { categoryHref, compareHref, kindHref, searchHref, toolHref } from '../../../lib/address/href';

test.each([
  [toolHref('vllm'), '/tools/vllm'],
  [toolHref('vllm', 'json'), '/tools/vllm.json'],
  [categoryHref('chat-model'), '/categories/chat-model'],
  [kindHref('mcp-server'), '/kinds/mcp-server'],
  [compareHref(['b', 'a', 'b']), '/compare/a-vs-b'],
  [searchHref(''), '/search'],
  [searchHref('a & b'), '/search?q=a+%26+b'],
  [searchHref('', ['vllm', 'sglang']), '/search?from=sglang-vs-vllm'],
])('%s is %s', (href, expected) => {
  expect(href).toBe(expected);
});
