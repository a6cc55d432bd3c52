import { expect, test } from 'vitest';
import { findPrices, findToolChanges, type ToolState } from '../../../lib/compare/tool-change';
import { aFact, aGap } from '../support/a-tool';

const stars = (points: number, fact: string | null = 'stars-1') => ({ signal: 'stars', fact, points, low: points, high: points }) as const;
const price = (value: string, host: string, asOf = '2026-08-01') => aFact('price-output', value, { conditions: { host }, asOf });

const aState = (more: Partial<ToolState> = {}): ToolState => ({
  kind: 'model',
  category: 'chat-model',
  asOf: '2026-08-22',
  rank: { formula: '1', ranked: true, total: 50.2, low: 45, high: 55 },
  signals: [stars(50)],
  prices: [price('2.5', 'OpenRouter')],
  capabilities: [{ key: 'write', name: 'Writes' }],
  ...more,
});

test('a snapshot that says the same changes nothing', () => {
  expect(findToolChanges(aState(), aState())).toEqual([]);
});

test('what is not printed is no change: tenths of a point, and a price that was read again', () => {
  const again = aState({ rank: { ...aState().rank, total: 50.4 }, prices: [price('2.5', 'OpenRouter', '2026-09-01')] });
  expect(findToolChanges(aState(), again)).toEqual([]);
});

test('points of a tool that is not ranked are not shown, and so do not change', () => {
  const unranked = { ...aState().rank, ranked: false };
  expect(findToolChanges(aState({ rank: unranked }), aState({ rank: { ...unranked, total: 9 } }))).toEqual([]);
  expect(findToolChanges(aState(), aState({ rank: unranked }))).toMatchObject([{ kind: 'rank', after: { ranked: false }, causes: [] }]);
});

test('a price changes under its own conditions alone: a new host and a host that left are no change', () => {
  const after = aState({ prices: [price('3', 'OpenRouter', '2026-09-01'), price('9', 'Anthropic API')] });
  const before = aState({ prices: [price('2.5', 'OpenRouter'), price('7', 'Azure')] });
  expect(findToolChanges(before, after)).toEqual([
    { kind: 'price', signal: 'price-output', before: price('2.5', 'OpenRouter').key, after: price('3', 'OpenRouter', '2026-09-01').key },
  ]);
});

test('capabilities that came and went are named as they were', () => {
  expect(findToolChanges(aState(), aState({ capabilities: [{ key: 'read', name: 'Reads' }] }))).toEqual([
    { kind: 'capability', key: 'read', name: 'Reads', change: 'listed' },
    { kind: 'capability', key: 'write', name: 'Writes', change: 'gone' },
  ]);
});

test('what one of the snapshots did not keep is not concluded', () => {
  expect(findToolChanges(aState({ prices: null, capabilities: null }), aState({ prices: [price('3', 'OpenRouter')], capabilities: [] }))).toEqual([]);
});

const causesOf = (before: ToolState, after: ToolState) => findToolChanges(before, after).flatMap((change) => (change.kind === 'rank' ? change.causes : []));
const moved = { ...aState().rank, total: 60 };

test('a rank moves because of other facts', () => {
  expect(findToolChanges(aState(), aState({ rank: moved, signals: [stars(60, 'stars-2')] }))).toEqual([
    {
      kind: 'rank',
      before: { ranked: true, total: 50, low: 45, high: 55, kind: 'model', category: 'chat-model' },
      after: { ranked: true, total: 60, low: 45, high: 55, kind: 'model', category: 'chat-model' },
      causes: [{ type: 'facts', signals: [{ signal: 'stars', before: 'stars-1', after: 'stars-2' }] }],
    },
  ]);
});

test('or because the day moved on, and not for a fact that was read again with the same result', () => {
  const released = (points: number) => ({ signal: 'released', fact: 'r', points, low: points, high: points }) as const;
  const before = aState({ signals: [stars(50), released(40)] });
  const after = aState({ asOf: '2026-09-22', rank: moved, signals: [stars(50, 'stars-2'), released(30)] });
  expect(causesOf(before, after)).toEqual([{ type: 'day', before: '2026-08-22', after: '2026-09-22' }]);
});

test('or because the formula did, or it was sorted anew; a signal it lost counts as a fact that went', () => {
  expect(causesOf(aState(), aState({ rank: { ...moved, formula: '2' } }))).toEqual([{ type: 'formula', before: '1', after: '2' }]);
  expect(causesOf(aState(), aState({ category: 'embedding-model' }))).toEqual([{ type: 'sorted' }]);
  expect(causesOf(aState(), aState({ rank: moved, signals: [stars(35, null)] }))).toEqual([
    { type: 'facts', signals: [{ signal: 'stars', before: 'stars-1', after: null }] },
  ]);
});

test('prices that count are the newest of each host and meter; one that does not apply is none', () => {
  const facts = [price('2', 'a', '2026-01-01'), price('3', 'a'), price('4', 'b'), aGap('price-input'), aFact('stars', 5)];
  expect(findPrices(facts).map(({ value }) => value)).toEqual(['3', '4']);
});
