import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { TextTable } from '../../lib/format/table';

/** Undoes the escapes of Markdown. */
const removeEscapes = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const readRow = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => removeEscapes(cell.trim().replaceAll('<br>', '\n')));

/** The first table of a Markdown text, as a reader of GitHub's Markdown sees it. */
export function readMarkdownTable(text: string): TextTable {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  const [head = '', , ...rest] = lines;
  return { head: readRow(head), rows: rest.map(readRow) };
}

/** A CSV file as a spreadsheet shows it: an apostrophe at the beginning says that a cell is text, and is not shown. */
export function readCsv(text: string): string[][] {
  const lines = z.array(z.array(z.string())).parse(parse(text, { record_delimiter: '\r\n' }));
  return lines.map((line) => line.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')));
}
