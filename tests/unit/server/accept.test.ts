import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseTwin } from '../../../lib/server/accept';
import { anyText } from '../support/any-text';

test.each([
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8', null],
  ['*/*', null],
  ['', null],
  ['text/*', null],
  ['application/*', null],
  ['image/png', null],
  ['application/json', 'json'],
  ['APPLICATION/JSON; charset=utf-8', 'json'],
  ['application/json, text/plain, */*', 'json'],
  ['application/json;q=0.5, */*', null],
  ['text/html;q=0.1, application/json', 'json'],
  ['text/html, application/json', null],
  ['application/json, text/html', 'json'],
  ['text/html;q=0, application/json;q=0', null],
  ['application/json;q=0', null],
  ['application/json;q=2, text/html;q=0.9', 'json'],
  ['application/json;q=x', 'json'],
  ['text/markdown, text/html, */*', 'md'],
  ['text/html;q=0.1, text/markdown', 'md'],
  ['text/csv', 'csv'],
  ['text/csv;q=0.5, application/json;q=0.9', 'json'],
  ['text/plain', null],
  ['text/markdownish', null],
  ['application/ld+json', null],
  [',;,=;q=;', null],
  [';q=1', null],
])('Accept: %s chooses %s', (accept, twin) => {
  expect(chooseTwin(accept)).toBe(twin);
});

test('any header gives an answer, and one that names no twin gets the page', () => {
  fc.assert(
    fc.property(anyText, (accept) => {
      const chosen = chooseTwin(accept);
      if (!/json|markdown|csv/i.test(accept)) expect(chosen).toBeNull();
    }),
  );
});
