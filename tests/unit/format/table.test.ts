import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, printCsv, printMarkdownLink, printMarkdownTable } from '../../../lib/format/table';
import { readMarkdownTable } from '../../support/read-tables';
import { anyText } from '../support/any-text';

/** Any text that a file can hold: none with half a letter. */
const whole = fc.string({ unit: 'binary' });

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+1', "'+1"],
  ['-1,5', `"'-1,5"`],
  ['@cmd', "'@cmd"],
  ['\tx', "'\tx"],
  ['日本語', '日本語'],
  ['', ''],
])('the cell %j is %j in CSV', (cell, printed) => {
  expect(printCsv({ head: ['Name'], rows: [[cell]] })).toBe(`Name\r\n${printed}\r\n`);
});

test('every CSV is read back as it was, but for the apostrophes, and no cell begins a formula', () => {
  const rows = fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (given) => {
      const read = parse(printCsv({ head: ['A', 'B'], rows: given }), { relax_column_count: false, record_delimiter: '\r\n' });
      expect(read).toEqual([['A', 'B'], ...given.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)))]);
    }),
  );
});

test.each([
  ['a|b', 'a\\|b'],
  ['*bold* `code` [link](x) <b>', '\\*bold\\* \\`code\\` \\[link\\](x) \\<b\\>'],
  ['gpt_oss_120b and _this_', 'gpt_oss_120b and \\_this\\_'],
  ['# title', '\\# title'],
  ['- item', '\\- item'],
  ['1. first', '1\\. first'],
  ['-5 %', '-5 %'],
  ['AT&T &lt;', 'AT&T \\&lt;'],
  ['two\n\nparagraphs', 'two paragraphs'],
])('the text %j is %j in Markdown', (text, printed) => {
  expect(escapeMarkdown(text)).toBe(printed);
});

test('every Markdown table has its cells back', () => {
  const word = anyText.map((text) => text.replace(/\s+/g, ' ').trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(readMarkdownTable(printMarkdownTable({ head: ['A', 'B'], rows }))).toEqual({ head: ['A', 'B'], rows });
    }),
  );
});

test('a link holds whatever its address does', () => {
  expect(printMarkdownLink('a [b]', 'https://example.org/x(1) <y>')).toBe('[a \\[b\\]](<https://example.org/x(1)%20%3Cy%3E>)');
});
