import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSlug, slugLimit } from '../../../lib/catalog/slug';
import { anyText } from '../support/any-text';
import { records } from '../support/real-tools';

test.each(['a', 'vllm', 'claude-sonnet-4-5', 'gpt-5-6-sol', '0', 'vs1', 'avs-b', 'a'.repeat(slugLimit)])('%j is a slug', (text) => {
  expect(parseSlug(text)).toBe(text);
});

test.each(['', '-', '-a', 'a-', 'a--b', 'A', 'a.b', 'a_b', 'a b', 'vs', 'a-vs-b', 'vs-a', 'a-vs', 'é', 'a\n', 'a/b', 'a'.repeat(slugLimit + 1), '__proto__'])(
  '%j is no slug',
  (text) => {
    expect(parseSlug(text)).toBeNull();
  },
);

test('a slug is given back as it is, and nothing else is made into one', () => {
  fc.assert(fc.property(anyText, (text) => [null, text].includes(parseSlug(text))));
});

test('every listed slug and id keeps the grammar', () => {
  expect(records.flatMap(({ slug, id }) => [slug, id]).filter((each) => parseSlug(each) === null)).toEqual([]);
});
