/** A table of plain text, every row as long as the head. What is printed of it holds the same cells, whatever the form. */
export type TextTable = { head: readonly string[]; rows: readonly (readonly string[])[] };

/** What a spreadsheet would run as a formula when a cell begins with it. */
const formulaStart = /^[=+\-@\t\r]/;

function printCsvCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it, which says that it is text. */
export function printCsv({ head, rows }: TextTable): string {
  return [head, ...rows].map((row) => `${row.map(printCsvCell).join(',')}\r\n`).join('');
}

/** Text as Markdown shows it unchanged, on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\d+)(?=[.)]\s)/, '$1\\')
    .replace(/^[#+-](?=[#+\s-])/, '\\$&');
}

/** A table as Markdown (GitHub's). A line break in a cell stands as `<br>`, a pipe is escaped. */
export function printMarkdownTable({ head, rows }: TextTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.split('\n').map(escapeMarkdown).join('<br>')).join(' | ')} |\n`;
  return [line(head), `|${' --- |'.repeat(head.length)}\n`, ...rows.map(line)].join('');
}

/** A link; brackets around the address keep whatever it holds together. */
export function printMarkdownLink(text: string, address: string): string {
  return `[${escapeMarkdown(text)}](<${address.replaceAll('<', '%3C').replaceAll('>', '%3E').replace(/\s/g, '%20')}>)`;
}
