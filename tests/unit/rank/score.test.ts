import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appliesTo } from '../../../lib/catalog/signals';
import type { Tool } from '../../../lib/catalog/tool';
import { formulaVersion, minimumCoverage } from '../../../lib/rank/formula';
import type { Rank, SignalScore } from '../../../lib/rank/rank';
import { scoreAmount } from '../../../lib/rank/scale';
import { rankTool } from '../../../lib/rank/score';
import { isRankedSignal, type RankedSignal, scoring } from '../../../lib/rank/scoring';
import { spreads } from '../../../lib/rank/spread';
import { aFact, aGap, aTool, today } from '../support/a-tool';
import { anyTool, anyValue, kindAndCategory, toolOf } from '../support/arbitrary-tools';
import { asOf, realTool, realTools } from '../support/real-tools';

const rounding = 1e-6;
const signalsOf = (rank: Rank): SignalScore[] => rank.components.flatMap((component) => [...component.signals]);
const findSignal = (rank: Rank, signal: string): SignalScore | undefined => signalsOf(rank).find((each) => each.signal === signal);
const without = (tool: Tool, signal: string): Tool => ({ ...tool, facts: tool.facts.filter((fact) => fact.signal !== signal) });
const rankedSignals = (Object.keys(scoring) as RankedSignal[]).filter(isRankedSignal);
const anyToolAndSignal = anyTool.chain((tool) =>
  fc.tuple(fc.constant(tool), fc.constantFrom(...rankedSignals.filter((signal) => appliesTo(signal, tool.kind, tool.category)))),
);

const rankTools = (tools: readonly Tool[], day: string) => new Map(tools.map((tool) => [tool.id, rankTool(tool, day)]));

test('an unknown release date is unknown, not zero', () => {
  const rank = rankTool(aTool({ kind: 'model', category: 'chat-model' }), today);
  const released = findSignal(rank, 'released');
  expect(released).toMatchObject({ known: false, fact: null });
  expect(released?.points).toBeGreaterThan(0);
  expect(released?.high).toBeGreaterThan(released?.low ?? Number.NaN);
  expect(rank.missing).toContain('released');
});

test('a tool of which nothing is known is not ranked, and says everything that is missing', () => {
  const rank = rankTool(aTool(), today);
  expect(rank).toMatchObject({ ranked: false, coverage: 0, formula: formulaVersion });
  expect(rank.missing).toEqual(['stars', 'commits-90d', 'last-commit', 'forks', 'contributors', 'issues-closed', 'last-release']);
});

test('a known zero is scored as zero and leaves nothing open', () => {
  const rank = rankTool(aTool({ facts: [aFact('stars', 0)] }), today);
  expect(findSignal(rank, 'stars')).toMatchObject({ known: true, points: 0, low: 0, high: 0 });
});

test('the points of a known signal name the fact they were made from', () => {
  const fact = aFact('stars', 20_000);
  expect(findSignal(rankTool(aTool({ facts: [fact] }), today), 'stars')?.fact).toBe(fact.key);
});

test('a tool is ranked from the minimum coverage on', () => {
  const stars = aFact('stars', 5_000);
  const some = [stars, aFact('forks', 300)];
  const enough = [...some, aFact('commits-90d', 90)];
  expect(rankTool(aTool({ facts: some }), today)).toMatchObject({ coverage: 0.47, ranked: false });
  const rank = rankTool(aTool({ facts: enough }), today);
  expect(rank.coverage).toBeGreaterThanOrEqual(minimumCoverage);
  expect(rank.ranked).toBe(true);
});

test('a signal that does not apply drops out, and the others of its component take its share', () => {
  const model = { kind: 'model', category: 'chat-model' } as const;
  const closed = rankTool(aTool({ ...model, facts: [aGap('hf-downloads-30d'), aFact('hosts', 10)] }), today);
  const adoption = closed.components.find(({ component }) => component === 'adoption');
  expect(adoption?.signals.map(({ signal, share }) => [signal, share])).toEqual([['hosts', 1]]);
  expect(adoption?.coverage).toBe(1);
  expect(closed.missing).not.toContain('hf-downloads-30d');
});

test('a component none of whose signals apply gives its weight to the others in proportion', () => {
  const rank = rankTool(aTool({ facts: [aGap('stars')] }), today);
  expect(rank.components.map(({ component, weight }) => [component, weight])).toEqual([
    ['adoption', 0],
    ['quality', 0.384615],
    ['ecosystem', 0.307692],
    ['match-graph', 0],
    ['freshness', 0.307692],
  ]);
});

test('ranks are kept by the id of their tool', () => {
  const tools = [aTool({ id: 'one', slug: 'renamed' }), aTool({ id: 'two' })];
  expect([...rankTools(tools, today).keys()]).toEqual(['one', 'two']);
});

test('the contributions sum to the total, and the weights to 1', () => {
  fc.assert(
    fc.property(anyTool, (tool) => {
      const { components, total } = rankTool(tool, today);
      const sum = components.reduce((all, each) => all + each.contribution, 0);
      expect(Math.abs(sum - total)).toBeLessThanOrEqual(rounding * components.length);
      expect(components.reduce((all, each) => all + each.weight, 0)).toBeCloseTo(1, 5);
      for (const { weight, points, contribution } of components) expect(Math.abs(weight * points - contribution)).toBeLessThan(1e-4);
    }),
  );
});

test('the total lies within its range, and so does every component and signal', () => {
  fc.assert(
    fc.property(anyTool, (tool) => {
      const rank = rankTool(tool, today);
      for (const { low, high, points } of [...rank.components, ...signalsOf(rank), { ...rank, points: rank.total }]) {
        expect(low).toBeLessThanOrEqual(points + 1e-4);
        expect(points).toBeLessThanOrEqual(high + 1e-4);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100 + 1e-4);
      }
    }),
  );
});

test('removing a known signal never narrows the range and never raises the coverage', () => {
  fc.assert(
    fc.property(anyToolAndSignal, ([tool, signal]) => {
      const before = rankTool(tool, today);
      fc.pre(findSignal(before, signal)?.known === true);
      const after = rankTool(without(tool, signal), today);
      expect(after.high - after.low).toBeGreaterThanOrEqual(before.high - before.low - 1e-4);
      expect(after.coverage).toBeLessThanOrEqual(before.coverage + rounding);
      expect(findSignal(after, signal)).toMatchObject({ known: false });
    }),
    { numRuns: 200 },
  );
});

test('hiding a value at or above what then stands in for it never raises the total, nor the lower end', () => {
  fc.assert(
    fc.property(anyToolAndSignal, ([tool, signal]) => {
      const before = rankTool(tool, today);
      const known = findSignal(before, signal);
      fc.pre(known?.known === true);
      const after = rankTool(without(tool, signal), today);
      const instead = findSignal(after, signal);
      if (!known || !instead) return;
      if (known.points >= instead.points) expect(after.total).toBeLessThanOrEqual(before.total + 1e-4);
      if (known.low >= instead.low) expect(after.low).toBeLessThanOrEqual(before.low + 1e-4);
      const prior = spreads[tool.kind][signal]?.prior;
      if (instead.fact === null && prior !== undefined) expect(instead.points).toBeCloseTo(scoreAmount(scoring[signal].scale, prior), 4);
    }),
    { numRuns: 200 },
  );
});

test('full data gives a range of width zero', () => {
  const full = kindAndCategory.chain((what) => {
    const asked = rankedSignals.filter((signal) => appliesTo(signal, what.kind, what.category));
    return fc.tuple(...asked.map((signal) => anyValue(signal).map((value) => aFact(signal, value)))).map((facts) => aTool({ ...what, facts }));
  });
  fc.assert(
    fc.property(full, (tool) => {
      const rank = rankTool(tool, today);
      expect(rank.missing).toEqual([]);
      expect(rank.coverage).toBeCloseTo(1, 5);
      expect(rank.high).toBe(rank.low);
      expect(rank.total).toBeCloseTo(rank.low, 5);
    }),
  );
});

test('a better value never lowers the total', () => {
  const pairs = kindAndCategory.chain((what) =>
    fc
      .constantFrom(...rankedSignals.filter((signal) => appliesTo(signal, what.kind, what.category)))
      .chain((signal) => fc.record({ tool: toolOf({ ...what, slug: 'a-tool' }), signal: fc.constant(signal), one: anyValue(signal), other: anyValue(signal) })),
  );
  fc.assert(
    fc.property(pairs, ({ tool, signal, one, other }) => {
      const score = (value: typeof one): { total: number; points: number } => {
        const rank = rankTool({ ...without(tool, signal), facts: [...without(tool, signal).facts, aFact(signal, value)] }, today);
        return { total: rank.total, points: findSignal(rank, signal)?.points ?? Number.NaN };
      };
      const [worse, better] = [score(one), score(other)].sort((a, b) => a.points - b.points);
      expect(better?.total).toBeGreaterThanOrEqual((worse?.total ?? Number.NaN) - 1e-4);
    }),
    { numRuns: 200 },
  );
});

test('the order of facts changes nothing', () => {
  const shuffled = anyTool.chain((tool) => fc.tuple(fc.constant(tool), fc.shuffledSubarray([...tool.facts], { minLength: tool.facts.length })));
  fc.assert(
    fc.property(shuffled, ([tool, facts]) => {
      expect(rankTool({ ...tool, facts }, today)).toEqual(rankTool(tool, today));
    }),
  );
});

test('the same snapshot gives the same bytes, and a later one only moves what depends on the day', () => {
  const bytes = (tools: readonly Tool[], day: string): string => JSON.stringify([...rankTools(tools, day)].sort());
  const again = [...realTools].reverse().map((tool) => ({ ...structuredClone(tool), facts: [...tool.facts].reverse() }));
  expect(bytes(again, asOf)).toBe(bytes(realTools, asOf));
  const later = rankTool(realTool('aider'), '2030-01-01');
  expect(later.components.filter(({ component }) => component !== 'freshness')).toEqual(
    realTool('aider').rank.components.filter(({ component }) => component !== 'freshness'),
  );
  expect(later.total).toBeLessThan(realTool('aider').rank.total);
});

test('a score does not move because other tools are listed', () => {
  expect(rankTools([realTool('aider')], asOf).get(realTool('aider').id)).toEqual(rankTools(realTools, asOf).get(realTool('aider').id));
});

test.each(realTools.map(({ slug, rank }) => ({ slug, rank })))('$slug: contributions sum to the total, within the range', ({ rank }) => {
  expect(Math.abs(rank.components.reduce((all, each) => all + each.contribution, 0) - rank.total)).toBeLessThanOrEqual(rounding * 5);
  expect(rank.low).toBeLessThanOrEqual(rank.total + 1e-5);
  expect(rank.high).toBeGreaterThanOrEqual(rank.total - 1e-5);
  expect(rank.ranked).toBe(rank.coverage >= minimumCoverage);
});

test.each(realTools.map((tool) => ({ slug: tool.slug, tool })))(
  '$slug: hiding what is known never narrows the range, and never helps above the prior',
  ({ tool }) => {
    for (const known of signalsOf(tool.rank).filter((signal) => signal.known)) {
      const after = rankTool(without(tool, known.signal), asOf);
      expect(after.high - after.low, known.signal).toBeGreaterThanOrEqual(tool.rank.high - tool.rank.low - 1e-4);
      expect(after.coverage, known.signal).toBeLessThanOrEqual(tool.rank.coverage);
      const guessed = findSignal(after, known.signal);
      if (known.points >= (guessed?.points ?? 0)) expect(after.total, known.signal).toBeLessThanOrEqual(tool.rank.total + 1e-4);
      if (known.points >= (guessed?.low ?? 0)) expect(after.low, known.signal).toBeLessThanOrEqual(tool.rank.low + 1e-4);
    }
  },
);

test('a last commit that was read long ago is a lower bound: the project may have gone on since', () => {
  const readOn = (day: string) => findSignal(rankTool(aTool({ facts: [aFact('last-commit', '2025-10-29', { asOf: day })] }), '2026-08-22'), 'last-commit');
  const [fresh, old] = [readOn('2026-08-01'), readOn('2025-10-30')];
  expect(fresh).toMatchObject({ known: true, points: fresh?.low, high: fresh?.low });
  expect(old).toMatchObject({ known: true, points: fresh?.points, low: fresh?.points });
  expect(old?.high).toBe(100);
});

const chat = { kind: 'model', category: 'chat-model' } as const;
const indexOf = (...facts: Tool['facts']) => findSignal(rankTool(aTool({ ...chat, facts }), today), 'aa-intelligence');

test('an unknown index is estimated from another test, in a range that is narrower than knowing nothing and wider than knowing it', () => {
  const gpqa = aFact('gpqa-diamond', 0.8);
  const [known, estimated, unknown] = [indexOf(aFact('aa-intelligence', 25)), indexOf(gpqa), indexOf()];
  const width = (score: SignalScore | undefined): number => (score ? score.high - score.low : Number.NaN);
  expect(estimated).toMatchObject({ known: false, fact: gpqa.key });
  expect(width(known)).toBe(0);
  expect(width(estimated)).toBeGreaterThan(0);
  expect(width(estimated)).toBeLessThan(width(unknown));
  // −13.741 + 49.3339 × 0.8 − 2.7 = 23.03 on the scale from 5 to 65.
  expect(estimated?.points).toBeCloseTo((100 * (23.026 - 5)) / 60, 1);
  expect(estimated?.evidence).toBeCloseTo(1 - width(estimated) / width(unknown), 5);
});

test('of several tests that could stand in, the one that misses by least does, and a measured index needs none', () => {
  const [coding, arena, index] = [aFact('aa-coding', 50), aFact('lmarena-text', 1_400), aFact('aa-intelligence', 25)];
  expect(indexOf(arena, coding)?.fact).toBe(coding.key);
  expect(indexOf(arena, coding, index)).toMatchObject({ known: true, fact: index.key, evidence: 1 });
});

test('what is estimated is not listed as missing', () => {
  expect(rankTool(aTool({ ...chat, facts: [aFact('lmarena-text', 1_400)] }), today).missing).not.toContain('aa-intelligence');
  expect(rankTool(aTool(chat), today).missing).toContain('aa-intelligence');
});
