import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { commonHeaders, hashInlineScripts, makeContentPolicy } from '../../../lib/server/security-headers';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test.each([
  'self.__next_f.push([1,"x"])',
  '(self.__next_f=self.__next_f||[]).push([0])',
  '$RC("B:0","S:0")',
  'document.documentElement.dataset.theme = "dark"',
])('our own inline script %j is allowed by its hash', (text) => {
  expect(hashInlineScripts(`<p>a</p><script>${text}</script>`)).toEqual([hash(text)]);
});

test.each([
  '<script>alert(1)</script>',
  '<script type="text/javascript">fetch("https://example.org")</script>',
  '<script>;self.__next_f.push(1)</script>',
  '<script nonce="x">steal()</script>',
  '<SCRIPT>self.__next_f.push(1)</SCRIPT>',
])('the foreign script %j gets no hash, so no browser runs it', (html) => {
  expect(hashInlineScripts(html)).toEqual([]);
});

test('scripts of files and data that is no script need no hash', () => {
  expect(hashInlineScripts('<script src="/_next/static/a.js"></script><script async="" src="/b.js">self.__next_f.push(1)</script>')).toEqual([]);
  expect(hashInlineScripts('<script type="application/ld+json">{"@type":"WebSite"}</script>')).toEqual([]);
});

test('a script that occurs twice is named once', () => {
  expect(hashInlineScripts('<script>$RC(1)</script><script>$RC(1)</script>')).toEqual([hash('$RC(1)')]);
});

test('the policy allows nothing by default, and no inline script without a hash', () => {
  const policy = makeContentPolicy('<script>$RC(1)</script>');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'self' ${hash('$RC(1)')};`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(makeContentPolicy('')).toContain("script-src 'self';");
});

test('every answer forbids sniffing and framing', () => {
  expect(commonHeaders).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY' });
});
