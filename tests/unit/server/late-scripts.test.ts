import { expect, test } from 'vitest';
import { delayScripts, lateLoader } from '../../../lib/server/late-scripts';

const a = '<script src="/_next/static/chunks/a.js" async=""></script>';
const b = '<script src="/_next/static/chunks/b.js" id="_R_" async=""></script>';
const preload = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>';

test('the scripts of the framework are named by one loader at the end, and nothing else of the page changes', () => {
  const page = `<html><head>${preload}${a}<link rel="icon" href="/icon.svg"/></head><body><p>Text</p>${b}</body></html>`;
  expect(delayScripts(page)).toBe(
    `<html><head><link rel="icon" href="/icon.svg"/></head><body><p>Text</p><script data-late="/_next/static/chunks/a.js /_next/static/chunks/b.js">${lateLoader}</script></body></html>`,
  );
});

test.each([
  ['no script of the framework', '<html><body><script>self.__next_f.push(1)</script></body></html>'],
  ['a script for old browsers alone', '<html><body><script src="/_next/static/chunks/c.js" noModule=""></script></body></html>'],
  ['a script from elsewhere', '<html><body><script src="/other.js" async=""></script></body></html>'],
  ['no end', a],
])('a page with %s stays as it is', (_what, page) => {
  expect(delayScripts(page)).toBe(page);
});
