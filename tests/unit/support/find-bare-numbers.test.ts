import { expect, test } from 'vitest';
import { findBareNumbers, findEmptyReceipts } from '../../support/find-bare-numbers';
import { findMarkupFaults } from '../../support/find-markup-faults';
import { parsePage } from '../../support/html-tree';
import { knownWords } from '../../support/known-words';

const page = (body: string): string => `<!DOCTYPE html><html><head><title>A</title></head><body><main><h1>Gemini 2.5 Flash</h1>${body}</main></body></html>`;
const findIn = (body: string): string[] => findBareNumbers(parsePage(page(body)), knownWords).bare.map(({ text }) => text);

const card =
  '<button class="receipt" popovertarget="a">89,671</button><dialog id="a" class="receipt-card"><dl><dt>Source</dt><dd>GitHub</dd><dt>Date</dt><dd>22 August 2026</dd><dt>Method</dt><dd>Measured</dd></dl></dialog>';

test.each([
  ['a number in a sentence', '<p>It has 89,671 stars.</p>', ['It has 89,671 stars.']],
  ['a number that React wrote in two pieces', '<p><b>64<!-- -->/100</b></p>', ['64', '/100']],
  ['a number in a row whose receipt says another', `<table><tbody><tr><td>${card}</td><td>7 forks</td></tr></tbody></table>`, ['7 forks']],
  ['a number beside a link to a row that is not there', '<p><a href="#row-stars">Stars</a>: 12 more</p>', [': 12 more']],
  ['a capability whose card links no evidence', '<article><p>Reads 400 pages.</p></article>', ['Reads 400 pages.']],
  ['a claim computed from facts that it does not name', '<article><div class="capability-line">One of 9 tools.</div></article>', ['One of 9 tools.']],
  ['a fold that counts wrongly', '<details><summary>3 more</summary><ul><li>one</li></ul></details>', ['3 more']],
  ['a price on a list that leads nowhere', '<ul><li><div>from $5.00</div></li></ul>', ['from $5.00']],
])('%s is bare', (_, body, bare) => {
  expect(findIn(body)).toEqual(bare);
});

test.each([
  ['what opens its receipt', `<div>${card}</div>`],
  ['the date that the receipt beside it says', `<table><tbody><tr><td>${card}</td><td>22 August 2026</td></tr></tbody></table>`],
  ['the name of a tool', '<p>Gemini 2.5 Flash is one.</p>'],
  [
    'a difference beside a link to its row',
    '<table><tbody><tr id="row-stars"><td>Stars</td></tr></tbody></table><p><a href="#row-stars">Stars</a>: 12 more</p>',
  ],
  ['a rank that leads to the page of its tool', '<p><a href="/tools/vllm#rank">64/100</a></p>'],
  [
    'a statement whose card links its evidence',
    '<article><p>Reads 400 pages.</p><ul class="evidence"><li><a href="https://a.example/b">B</a></li></ul></article>',
  ],
  ['a fold that counts what it holds', '<details><summary>2 more</summary><ul><li>one</li><li>two</li></ul></details>'],
  ['the unit of a signal', '<p>USD per 1M input tokens</p>'],
])('%s is not bare', (_, body) => {
  expect(findIn(body)).toEqual([]);
});

test('a card without source, date and method is no receipt', () => {
  const parsed = parsePage(page(`${card}<dialog id="b" class="receipt-card"><p>Trust us.</p></dialog>`));
  expect(findEmptyReceipts(parsed)).toEqual(['b']);
});

test.each([
  ['a dialog in a paragraph', '<p>One <dialog id="a"></dialog></p>', 'is closed by what stands in it'],
  ['an id given twice', '<p id="a"></p><p id="a"></p>', 'the id a twice'],
  ['an element that is never closed', '<div><section>one</div>', '<section id=""> in <div> is closed by what stands in it'],
  ['a row that stands in no body', '<table><tr><td>1</td></tr></table>', '<tbody> in <table> stands nowhere in the source'],
  ['what the parser itself reports', '<p title="a" title="b"></p>', 'duplicate-attribute'],
])('%s is a fault of the markup', (_, body, fault) => {
  expect(findMarkupFaults(parsePage(page(body))).join('\n')).toContain(fault);
});

test('sound markup has no faults', () => {
  expect(findMarkupFaults(parsePage(page(`<div>${card}</div><p>a<br>b</p>`)))).toEqual([]);
});
