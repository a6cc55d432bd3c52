import { expect, test } from 'vitest';
import { readCount, readDay, readText, shortenName, stateIssuesClosed, stateTopics } from '@/lib/sources/figures';

const frame = { source: 'github-ranking', asOf: '2026-08-22' };

function count(input: unknown): { count: number | null; reasons: string[] } {
  const reasons: string[] = [];
  return { count: readCount(input, 'stars', (reason) => void reasons.push(reason)), reasons };
}

test.each(['', ' ', '-', '-1', '-1.0', 'N/A', 'nan', 'NaN', 'None', 'null', 'unknown', null, undefined, -1, Number.NaN])(
  '%j is an unknown count, not a zero',
  (input) => {
    expect(count(input)).toEqual({ count: null, reasons: [] });
  },
);

test.each([
  { input: '0', value: 0 },
  { input: 0, value: 0 },
  { input: '0.0', value: 0 },
  { input: ' 42 ', value: 42 },
  { input: '1939.0', value: 1939 },
  { input: 541915, value: 541915 },
])('$input is the count $value', ({ input, value }) => {
  expect(count(input)).toEqual({ count: value, reasons: [] });
});

test.each(['-5', '1e5', '1,234', '1 234', '12.5', '0x1f', '١٢', 'many', Number.POSITIVE_INFINITY, 12.5, true, [1], {}])(
  '%j is no count and is said to be none',
  (input) => {
    const read = count(input);
    expect(read.count).toBeNull();
    if (input !== Number.POSITIVE_INFINITY) expect(read.reasons).toHaveLength(1);
  },
);

test('a day is read from a time, and anything else is rejected', () => {
  const reasons: string[] = [];
  const read = (input: unknown) => readDay(input, 'last_commit', (reason) => void reasons.push(reason));
  expect(['2026-08-21T12:39:13Z', '2026-04-24 12:25:12.340', '2026-08-21', ''].map(read)).toEqual(['2026-08-21', '2026-04-24', '2026-08-21', null]);
  expect(['yesterday', '21/08/2026', '2026-08-21T12:39:13+09:00', '1755780000'].map(read)).toEqual([null, null, null, null]);
  expect(reasons[0]).toBe('last_commit "yesterday" is not a day');
  expect(reasons).toHaveLength(4);
});

test('a share of issues needs both counts, and no issue at all is no share', () => {
  expect(stateIssuesClosed(frame, 375, 156)).toEqual([
    { signal: 'issues-closed', value: 0.2938, method: 'derived', note: '156 closed of 531.', source: 'github-ranking', asOf: '2026-08-22' },
  ]);
  expect(stateIssuesClosed(frame, 0, 10)[0]?.value).toBe(1);
  expect(stateIssuesClosed(frame, 10, 0)[0]?.value).toBe(0);
  expect([stateIssuesClosed(frame, null, 5), stateIssuesClosed(frame, 5, null), stateIssuesClosed(frame, 0, 0)]).toEqual([[], [], []]);
});

test('topics are at most 40, each once, and none of them is a page of text', () => {
  const many = Array.from({ length: 60 }, (_, index) => `t${index}`);
  expect(stateTopics(frame, ['a', 'a', null, 'x'.repeat(161)])[0]?.value).toEqual(['a']);
  expect(stateTopics(frame, many)[0]?.value).toHaveLength(40);
  expect(stateTopics(frame, [null])).toEqual([]);
});

test('a long name is cut between letters, and one beyond all measure is left to be rejected', () => {
  expect(shortenName(' short ')).toBe('short');
  expect(shortenName('a'.repeat(61))).toBe(`${'a'.repeat(59)}…`);
  expect(shortenName('😀'.repeat(31))).toBe(`${'😀'.repeat(29)}…`);
  expect(shortenName('a'.repeat(10_000))).toHaveLength(10_000);
});

test('text that says that it says nothing is unknown', () => {
  expect([readText('n/a'), readText('unknown'), readText(' MIT '), readText(7), readText({})]).toEqual([null, null, 'MIT', '7', null]);
});
