import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AtomFeed, escapeXml, formatAtom } from '../../../lib/format/atom';
import { parseFeed } from '../../support/parse-xml';

const aFeed = (more: Partial<AtomFeed> = {}): AtomFeed => ({
  ...{ id: 'tag:example.org,2026:/compare/a-vs-b/changes', title: 'What changed', subtitle: 'Prices', updated: '2026-11-28T09:00:00.000Z' },
  ...{ href: 'https://example.org/compare/a-vs-b/changes', self: 'https://example.org/compare/a-vs-b/changes.atom', author: 'Unfragile', entries: [] },
  ...more,
});
const anEntry = (title: string, content = '') => ({
  id: 'tag:example.org,2026:1',
  title,
  content,
  updated: '2026-08-01T00:00:00Z',
  href: 'https://example.org/#x',
});

test('a feed without entries is a feed', () => {
  expect(parseFeed(formatAtom(aFeed()))).toMatchObject({ title: 'What changed', author: 'Unfragile', updated: '2026-11-28T09:00:00.000Z', entries: [] });
});

test('markup is text, and comes back as it went in', () => {
  const title = `<b>A & B</b> "it's" ]]> 5 → 6 \u{1F600}`;
  expect(parseFeed(formatAtom(aFeed({ entries: [anEntry(title, 'a\nb')] }))).entries).toMatchObject([{ title, content: 'a\nb' }]);
});

test('whatever the text, the feed stays well-formed', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${text}\u0000\u000b\ufffe\ud800<`);
  fc.assert(fc.property(anything, (text) => void parseFeed(formatAtom(aFeed({ title: text, entries: [anEntry(text, text)] })))));
});

test('what XML cannot write is left out', () => {
  expect(escapeXml('a\u0000b\u001bc\uffffd')).toBe('abcd');
});
