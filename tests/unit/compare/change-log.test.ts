import { expect, test } from 'vitest';
import { answerRank, listFactKeys, makeMoments, type RecordedChange } from '../../../lib/compare/change-log';
import type { RankState, ToolChange } from '../../../lib/compare/tool-change';
import { aFact, aToolWithRank } from '../support/a-tool';

const state = (low: number, total: number, high: number, more: Partial<RankState> = {}): RankState => ({
  ...{ low, total, high, ranked: true, kind: 'repository', category: 'inference-server' },
  ...more,
});

const rank = (before: RankState, after: RankState): ToolChange => ({ kind: 'rank', before, after, causes: [] });
const noted = (slug: string, day: string, ...changes: ToolChange[]): RecordedChange => ({
  ...{ id: `${slug}-${day}`, slug, at: `${day}T00:00:00.000Z`, fromSnapshot: `before ${day}`, toSnapshot: `of ${day}`, changes },
});

const [a, b] = [aToolWithRank('a', [60, 65, 70]), aToolWithRank('b', [40, 45, 50])];
const none = new Map();

test('nothing noted, nothing listed', () => {
  expect(makeMoments([a, b], 'rivals', [], none)).toEqual([]);
});

test('ranks are followed back from now, and every change of the answer is found: tie, winner, other winner', () => {
  const log = [
    noted('b', '2026-03-01', rank(state(70, 75, 80), state(40, 45, 50))),
    noted('a', '2026-02-01', rank(state(50, 75, 90), state(60, 65, 69))),
    noted('a', '2026-02-15', rank(state(60, 65, 69), state(60, 65, 70))),
  ];
  const flips = makeMoments([a, b], 'rivals', log, none).map(({ at, events }) => [at.slice(0, 10), events.filter(({ kind }) => kind === 'verdict')]);
  expect(flips).toEqual([
    ['2026-03-01', [{ id: 'b-2026-03-01-verdict', kind: 'verdict', before: { type: 'tie', slugs: ['a', 'b'] }, after: { type: 'higher', slug: 'a' } }]],
    ['2026-02-15', [{ id: 'a-2026-02-15-verdict', kind: 'verdict', before: { type: 'higher', slug: 'b' }, after: { type: 'tie', slugs: ['a', 'b'] } }]],
    ['2026-02-01', [{ id: 'a-2026-02-01-verdict', kind: 'verdict', before: { type: 'tie', slugs: ['a', 'b'] }, after: { type: 'higher', slug: 'b' } }]],
  ]);
});

test('tools that moved in one commit move together: the answer is compared before and after both', () => {
  const both = [noted('a', '2026-03-01', rank(state(20, 25, 30), state(60, 65, 70))), noted('b', '2026-03-01', rank(state(0, 5, 10), state(40, 45, 50)))];
  const [only, ...others] = makeMoments([a, b], 'rivals', both, none);
  expect(others).toEqual([]);
  expect(only?.events.map(({ kind }) => kind)).toEqual(['rank', 'rank']);
});

test('tools that are no rivals never had an answer that could flip', () => {
  const log = [noted('a', '2026-03-01', rank(state(20, 25, 30), state(60, 65, 70)))];
  expect(makeMoments([a, b], 'used-together', log, none)[0]?.events.map(({ kind }) => kind)).toEqual(['rank']);
});

test('the answer is none while a tool is unranked, of another kind or another job', () => {
  const other = (more: Partial<RankState>) => answerRank(new Map([['a', state(60, 65, 70)], ['b', state(1, 2, 3, more)]])); // biome-ignore format: one line reads better
  expect([{}, { ranked: false }, { kind: 'app' as const }, { category: 'x' }].map(other)).toEqual([
    { type: 'higher', slug: 'a' },
    { type: 'none', because: 'not-ranked' },
    { type: 'none', because: 'different-formulas' },
    { type: 'none', because: 'different-jobs' },
  ]);
});

test('a price comes with both facts, and is left out when one of them is gone', () => {
  const [before, after] = [aFact('price-output', '2.5', { asOf: '2026-05-12' }), aFact('price-output', '3')];
  const log = [noted('a', '2026-03-01', { kind: 'price', signal: 'price-output', before: before.key, after: after.key })];
  expect(listFactKeys(log)).toEqual([before.key, after.key]);
  expect(makeMoments([a, b], 'rivals', log, new Map([before, after].map((fact) => [fact.key, fact])))[0]?.events).toEqual([
    { id: 'a-2026-03-01-0', kind: 'price', slug: 'a', before, after },
  ]);
  expect(makeMoments([a, b], 'rivals', log, new Map([[after.key, after]]))).toEqual([]);
});
