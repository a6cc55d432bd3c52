import { type CsvError, parse } from 'csv-parse/sync';
import type { Rejection } from '../catalog/entry';

/** The text is no file of its source at all; the message is a sentence for the person who chose the file. */
export class SourceFileError extends Error {
  override name = 'SourceFileError';
}

/** One row of a file, not yet looked at. */
export type Row = { at: string; value: unknown };
export type Rows = { rows: readonly Row[]; rejected: readonly Rejection[] };

const mostFileBytes = 200_000_000;
const mostRowCharacters = 1_000_000;
const tooLong = 'the row is longer than 1,000,000 characters';

/** Bytes of a file as text, without a byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.byteLength > mostFileBytes) throw new SourceFileError('The file is larger than 200 MB.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SourceFileError('The file is not valid UTF-8 text.', { cause });
  }
}

/** A whole JSON document. `title` names the file in the message: 'OpenRouter models API'. */
export function readJson(text: string, title: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SourceFileError(`This is no file of ${title}: it is not valid JSON, or it ends too early.`, { cause });
  }
}

/** The items of a list, or the members of an object, as rows placed by position or by key under `place`. */
export function listRows(items: readonly unknown[] | Readonly<Record<string, unknown>>, place: string): Rows {
  const rows: Row[] = [];
  const rejected: Rejection[] = [];
  for (const [key, value] of Object.entries(items)) {
    const at = Array.isArray(items) ? `${place}[${key}]` : `${place}.${key.slice(0, 200)}`;
    if (key.length > 1_000 || (JSON.stringify(value)?.length ?? 0) > mostRowCharacters) rejected.push({ at, reason: tooLong });
    else rows.push({ at, value });
  }
  return { rows, rejected };
}

/** One JSON value a line; empty lines are skipped. Throws where not one line is JSON. */
export function readJsonLines(text: string, title: string): Rows {
  const rows: Row[] = [];
  const rejected: Rejection[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const at = `line ${index + 1}`;
    if (line.length > mostRowCharacters) {
      rejected.push({ at, reason: tooLong });
      return;
    }
    try {
      rows.push({ at, value: JSON.parse(line) });
    } catch {
      rejected.push({ at, reason: 'the line is not valid JSON' });
    }
  });
  if (rows.length === 0) throw new SourceFileError(`This is no file of ${title}: not one line of it is JSON.`);
  return { rows, rejected };
}

function describeCsv(error: CsvError): string {
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') return 'the row has more or fewer fields than the header';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is never closed, so the rest of the file was not read';
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong;
  return 'the row is not valid CSV';
}

/** Records of a CSV text; those that are none are handed to `skip`. */
function parseRecords(text: string, skip: (line: number, reason: string) => void): { line: number; fields: readonly string[] }[] {
  const records: { line: number; fields: readonly string[] }[] = [];
  parse(text, {
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: mostRowCharacters * 4,
    on_record: (fields: string[], { lines }) => {
      records.push({ line: lines, fields });
      return null;
    },
    on_skip: (error) => {
      if (error) skip(Number(error.lines), describeCsv(error));
      return undefined;
    },
  });
  return records;
}

/** Rows as objects of texts by the header's names. Throws where one of `columns` is missing from the header. */
export function readCsv(text: string, columns: readonly string[], title: string): Rows {
  const rejected: Rejection[] = [];
  const reject = (line: number, reason: string): void => void rejected.push({ at: `line ${line}`, reason });
  const lines = text.split('\n').map((line, index) => {
    if (line.length <= mostRowCharacters) return line;
    reject(index + 1, tooLong);
    return '';
  });
  const [header, ...records] = parseRecords(lines.join('\n'), reject);
  const missing = columns.find((name) => !header?.fields.includes(name));
  if (!header || missing !== undefined) throw new SourceFileError(`This is no file of ${title}: its header has no column "${missing ?? columns[0]}".`);
  const rows = records.map(
    ({ line, fields }): Row => ({ at: `line ${line}`, value: Object.fromEntries(header.fields.map((name, index) => [name, fields[index] ?? ''])) }),
  );
  return { rows, rejected };
}
