import { expect, test } from 'vitest';
import type { SourceEntry } from '@/lib/catalog/entry';
import type { Fact } from '@/lib/catalog/record';
import { collectEntries } from '@/lib/sources/collect-entries';

const released: Fact = { signal: 'released', value: '2026-01-01', asOf: '2026-07-02', source: 'models-dev', method: 'vendor-claimed' };
const anEntry = (changes: Partial<SourceEntry>): SourceEntry => ({
  at: 'line 1',
  names: ['hf:a/b'],
  tool: { name: 'B', kind: 'model', category: 'chat-model', vendor: 'A' },
  facts: [released],
  ...changes,
});
const collect = (...entries: SourceEntry[]) => {
  const rows = entries.map((entry, index) => ({ at: `line ${index + 1}`, value: entry.names[0] }));
  return collectEntries({ rows, rejected: [] }, { asOf: '2026-07-02', identify: String }, ({ at }) => entries.filter((_, index) => at === `line ${index + 1}`));
};
const named = (name: string) => anEntry({ tool: { name, kind: 'model', category: 'chat-model', vendor: 'A' } });

test('a second row of the same id is rejected and names the first', () => {
  const { entries, rejected } = collect(anEntry({}), anEntry({ names: ['HF:A/B'] }));
  expect(entries).toHaveLength(1);
  expect(rejected).toEqual([{ at: 'line 2', reason: '"hf:a/b" stands already at line 1' }]);
});

test.each([['نموذج اللغة'], ['🦙 Llama 👩‍💻'], ['<script>alert(1)</script>'], ['x'.repeat(60)]])('the name %s is kept as text', (name) => {
  expect(collect(named(name)).entries[0]?.tool?.name).toBe(name);
});

test.each([
  ['x'.repeat(10_000), `the name "${'x'.repeat(40)}…" is longer than 60 characters`],
  ['a\u0000b', 'a name holds characters that cannot be printed'],
  ['a\u202eb', 'a name holds characters that cannot be printed'],
  ['a\ud800b', 'a name holds characters that cannot be printed'],
  [' ', 'a name is empty'],
])('a name that cannot be listed is rejected', (name, reason) => {
  expect(collect(named(name))).toEqual({ entries: [], rejected: [{ at: 'line 1', reason }] });
});

test.each([
  [{ ...released, asOf: '2026-07-04' }, 'released is dated 2026-07-04, after the day of the data'],
  [{ ...released, value: '2099-01-01' }, 'released 2099-01-01 is after the day of the data'],
  [{ ...released, value: 'soon' }, 'released: value must be a date for released'],
  [{ ...released, address: 'http://example.org' }, 'released: address Invalid URL'],
  [{ ...released, note: 'a\u0007b' }, 'released holds characters that cannot be printed'],
])('a fact that cannot be kept is rejected by itself', (fact, reason) => {
  const { entries, rejected } = collect(anEntry({ facts: [fact, released] }));
  expect(entries[0]?.facts).toEqual([released]);
  expect(rejected).toEqual([{ at: 'line 1', reason }]);
});

test('a fact of the day after is kept: the source may stand in another time zone', () => {
  expect(collect(anEntry({ facts: [{ ...released, asOf: '2026-07-03' }] })).rejected).toEqual([]);
});

test('an entry that lists nothing and says nothing is dropped', () => {
  expect(collect(anEntry({ tool: null, facts: [] }))).toEqual({ entries: [], rejected: [] });
});
