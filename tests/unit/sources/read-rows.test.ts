import { expect, test } from 'vitest';
import { decodeText, listRows, readCsv, readJson, readJsonLines, SourceFileError } from '@/lib/sources/read-rows';
import { dateFromName } from '@/lib/sources/source-module';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

test('a byte order mark is no part of the text', () => {
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toBe('{}');
});

test('bytes that are not UTF-8 are refused', () => {
  expect(() => decodeText(bytes(0x7b, 0xff, 0x7d))).toThrow(new SourceFileError('The file is not valid UTF-8 text.'));
});

test('JSON that ends too early is refused with the name of what was expected', () => {
  expect(() => readJson('{"data": [', 'OpenRouter models API')).toThrow(
    'This is no file of OpenRouter models API: it is not valid JSON, or it ends too early.',
  );
});

test('a wrong line is rejected by itself', () => {
  const read = readJsonLines('{"a":1}\n\n{"a":\n{"a":3}\n', 'MTEB');
  expect(read.rows.map(({ at }) => at)).toEqual(['line 1', 'line 4']);
  expect(read.rejected).toEqual([{ at: 'line 3', reason: 'the line is not valid JSON' }]);
});

test('a line of 50 MB is rejected unread, and its neighbours are kept', () => {
  const read = readJsonLines(`1\n"${'x'.repeat(50_000_000)}"\n3`, 'MTEB');
  expect(read.rows.map(({ value }) => value)).toEqual([1, 3]);
  expect(read.rejected).toEqual([{ at: 'line 2', reason: 'the row is longer than 1,000,000 characters' }]);
  const csv = readCsv(`a,b\n1,2\n3,${'x'.repeat(50_000_000)}\n5,6\n`, ['a'], 'Epoch');
  expect(csv.rows.map(({ value }) => value)).toEqual([
    { a: '1', b: '2' },
    { a: '5', b: '6' },
  ]);
  expect(csv.rejected).toEqual([{ at: 'line 3', reason: 'the row is longer than 1,000,000 characters' }]);
});

test('text without one line of JSON is no file of JSON lines', () => {
  expect(() => readJsonLines('hello\n', 'MTEB')).toThrow('This is no file of MTEB: not one line of it is JSON.');
  expect(() => readJsonLines('', 'MTEB')).toThrow(SourceFileError);
});

test('the items of a list and the members of an object are placed', () => {
  expect(listRows(['x'], 'data').rows).toEqual([{ at: 'data[0]', value: 'x' }]);
  expect(listRows({ 'openai/gpt-5': 1 }, 'models').rows).toEqual([{ at: 'models.openai/gpt-5', value: 1 }]);
});

test('a CSV row of the wrong width is rejected by itself, and line ends of both kinds are read', () => {
  const read = readCsv('a,b\r\n1,"2, two\nthree"\r\n3\r\n4,5\n', ['b'], 'Epoch');
  expect(read.rows.map(({ value }) => value)).toEqual([
    { a: '1', b: '2, two\nthree' },
    { a: '4', b: '5' },
  ]);
  expect(read.rejected).toEqual([{ at: 'line 4', reason: 'the row has more or fewer fields than the header' }]);
});

test('a CSV that ends inside a quotation mark keeps what came before', () => {
  const read = readCsv('a,b\n1,2\n3,"4', ['a'], 'Epoch');
  expect(read.rows).toHaveLength(1);
  expect(read.rejected[0]?.reason).toBe('a quotation mark is never closed, so the rest of the file was not read');
});

test('a CSV without its column is no file of its source', () => {
  expect(() => readCsv('x,y\n1,2\n', ['model'], 'Epoch')).toThrow('This is no file of Epoch: its header has no column "model".');
  expect(() => readCsv('', ['model'], 'Epoch')).toThrow(SourceFileError);
});

test.each([
  ['openrouter_models_2026-08-01.json', '2026-08-01'],
  ['github-ranking-2026-02-28.csv', '2026-02-28'],
  ['models.json', null],
  ['2026-13-01.json', null],
])('the day in %s is %s', (name, day) => {
  expect(dateFromName(name)).toBe(day);
});
