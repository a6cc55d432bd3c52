import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReported, reportHref } from '../../../lib/address/report';
import { anyText } from '../support/any-text';

const key = '0123456789abcdef0123456789abcdef';
const parse = (query: string) => parseReported(new URLSearchParams(query));

test('the address of a report is short, and read back as it was written', () => {
  const href = reportHref({ tool: 'vllm', fact: key, row: 'stars', from: '/compare/sglang-vs-vllm' });
  expect(href).toBe(`/report?tool=vllm&fact=${key}&row=stars&from=/compare/sglang-vs-vllm`);
  expect(parse(href.split('?')[1] ?? '')).toEqual({ type: 'parsed', reported: { tool: 'vllm', fact: key, row: 'stars', from: '/compare/sglang-vs-vllm' } });
  expect(reportHref({ tool: 'vllm', fact: key })).toBe(`/report?tool=vllm&fact=${key}`);
});

test.each([
  ['', 'tool'],
  ['tool=A b', 'tool'],
  ['tool=vllm&fact=short', 'fact'],
  ['tool=vllm&row=<b>', 'row'],
  ['tool=vllm&from=//elsewhere.example', 'from'],
  ['tool=vllm&from=https://elsewhere.example', 'from'],
  ['tool=vllm&from=/x?y=1', 'from'],
])('%s is nothing that our pages link with', (query, field) => {
  expect(parse(query)).toEqual({ type: 'wrong', field });
});

test('any text is answered', () => {
  fc.assert(fc.property(anyText, anyText, (tool, from) => void parseReported(new URLSearchParams({ tool, from }))));
});
