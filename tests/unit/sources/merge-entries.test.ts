import { expect, test } from 'vitest';
import type { SourceEntry } from '@/lib/catalog/entry';
import type { Fact } from '@/lib/catalog/record';
import type { SignalId } from '@/lib/catalog/signals';
import { mergeEntries } from '@/lib/sources/merge-entries';

const aFact = (signal: SignalId, value: Fact['value'], more: Partial<Fact> = {}): Fact => ({
  signal,
  value,
  asOf: '2026-08-22',
  source: 's',
  method: 'measured',
  ...more,
});
const anEntry = (at: string, facts: Fact[], names: [string, ...string[]] = ['github:a/x']): SourceEntry => ({ at, names, tool: null, facts });
const merge = (...entries: SourceEntry[]) => mergeEntries({ entries, rejected: [{ at: 'line 1', reason: 'before' }] });

test('rows of one name are one entry with the facts and the names of both', () => {
  const merged = merge(anEntry('line 2', [aFact('stars', 0)]), anEntry('line 3', [aFact('stars', 0), aFact('forks', 1)], ['github:a/x', 'npm:x']));
  expect(merged.entries).toEqual([anEntry('line 2', [aFact('stars', 0), aFact('forks', 1)], ['github:a/x', 'npm:x'])]);
  expect(merged.rejected).toEqual([{ at: 'line 1', reason: 'before' }]);
});

test('what contradicts the first row is named in one rejection', () => {
  const merged = merge(anEntry('line 2', [aFact('stars', 1), aFact('forks', 1)]), anEntry('line 9', [aFact('stars', 2), aFact('forks', 2)]));
  expect(merged.entries[0]?.facts.map(({ value }) => value)).toEqual([1, 1]);
  expect(merged.rejected.slice(1)).toEqual([{ at: 'line 9', reason: 'stars, forks of github:a/x differ from line 2; the first are kept' }]);
});

test('facts of other days or under other conditions do not contradict each other', () => {
  const facts = [aFact('stars', 1), aFact('stars', 2, { asOf: '2026-08-21' }), aFact('stars', 3, { conditions: { registry: 'npm' } })];
  expect(merge(...facts.map((each, index) => anEntry(`line ${index}`, [each]))).entries[0]?.facts).toEqual(facts);
});

test('topics are put together, and never more than 40', () => {
  const topics = (count: number, prefix: string) =>
    aFact(
      'topics',
      Array.from({ length: count }, (_, index) => `${prefix}${index}`),
    );
  expect(merge(anEntry('line 2', [topics(30, 'a')]), anEntry('line 3', [topics(30, 'b')])).entries[0]?.facts[0]?.value).toHaveLength(40);
});
