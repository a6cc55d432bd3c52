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

/** Every table of a Markdown text, as a reader of GitHub's Markdown sees it. */
export function readMarkdownTables(text: string): TextTable[] {
  const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
  return tables.map((table) => {
    const [head = '', , ...rest] = table.trimEnd().split('\n');
    return { head: readRow(head), rows: rest.map(readRow) };
  });
}

/** The first of them. */
export function readMarkdownTable(text: string): TextTable {
  return readMarkdownTables(text)[0] ?? { head: [], rows: [] };
}

/** A CSV file as a spreadsheet shows it: an apostrophe at the beginning says that a cell is text, and is not shown. */
export function readCsv(text: string): string[][] {
  const lines = z.array(z.array(z.string())).parse(parse(text, { record_delimiter: '\r\n' }));
  return lines.map((line) => line.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')));
}
