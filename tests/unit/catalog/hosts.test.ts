import { expect, test } from 'vitest';
import { isReseller } from '../../../lib/catalog/hosts';

test.each([
  ['OpenAI API', false],
  ['OpenRouter', true],
  ['Azure', true],
  ['a host nobody here has heard of', true],
])('%s resells models of others: %s', (host, expected) => {
  expect(isReseller(host)).toBe(expected);
});
