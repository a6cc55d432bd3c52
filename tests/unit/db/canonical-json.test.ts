import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../lib/catalog/record';
import { canonicalJson } from '../../../lib/db/canonical-json';
import { getFactKey } from '../../../lib/db/fact-key';

test('the order of keys makes no difference, that of a list does', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}');
  expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
});

test('it is JSON that says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

const fact: Fact = { signal: 'stars', value: 5, asOf: '2026-08-22', source: 'github-ranking-ai', method: 'measured' };

test('a fact has one key wherever it is imported: databases hold it for ever', () => {
  expect(getFactKey('vllm', fact)).toBe('fff3d5f5acf030bf55164117f3ceef67');
  expect(getFactKey('vllm', { method: 'measured', source: 'github-ranking-ai', asOf: '2026-08-22', value: 5, signal: 'stars' })).toBe(getFactKey('vllm', fact));
});

test('another tool, value or date makes another key', () => {
  const keys = [
    getFactKey('vllm', fact),
    getFactKey('sglang', fact),
    getFactKey('vllm', { ...fact, value: 6 }),
    getFactKey('vllm', { ...fact, asOf: '2026-08-23' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
