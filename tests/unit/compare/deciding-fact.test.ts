import { expect, test } from 'vitest';
import { findDecidingFact } from '../../../lib/compare/deciding-fact';
import { decideOrder } from '../../../lib/rank/order';
import type { Rank } from '../../../lib/rank/rank';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { weighRank } from '../../../lib/rank/weigh';
import { aFact, aRankedTool } from '../support/a-tool';
import { realCuratedPairs, sameCategoryPairs } from '../support/real-tools';

const facts = [
  aFact('stars', 5_000),
  aFact('commits-90d', 100),
  aFact('forks', 100),
  aFact('contributors', 100),
  aFact('last-commit', '2026-08-20'),
  aFact('last-release', '2026-08-20'),
];

test('the one gap of one tool decides between tools that are otherwise alike', () => {
  const complete = aRankedTool({ slug: 'a', facts: [...facts, aFact('issues-closed', 0.7)] });
  const gap = aRankedTool({ slug: 'b', facts });
  expect(findDecidingFact([complete, gap])).toEqual({ slug: 'b', signal: 'issues-closed', component: 'quality', state: 'unknown', ifGood: 'b', ifBad: 'a' });
});

test('where everything is known no fact decides', () => {
  const complete = aRankedTool({ slug: 'a', facts: [...facts, aFact('issues-closed', 0.7)] });
  expect(findDecidingFact([complete, { ...complete, slug: 'b' }])).toBeNull();
});

/** The winner once the signal is known to have so many points, added up anew from its component. */
function winnerIf(tools: readonly RankedTool[], { slug, signal }: { slug: string; signal: string }, end: 'high' | 'low'): string | null {
  const settled = tools.map((tool) => {
    const components: Rank['components'] = tool.rank.components.map((part) => {
      if (tool.slug !== slug) return part;
      const signals = part.signals.map((each) => (each.signal === signal ? { ...each, points: each[end], low: each[end], high: each[end] } : each));
      const mean = (pick: 'points' | 'low' | 'high'): number => signals.reduce((sum, each) => sum + each.share * each[pick], 0);
      return { ...part, signals, points: mean('points'), low: mean('low'), high: mean('high') };
    });
    const weights = Object.fromEntries(tool.rank.components.map(({ component, weight }) => [component, weight]));
    return { slug: tool.slug, ...weighRank({ components }, weights as Parameters<typeof weighRank>[1]) };
  });
  const order = decideOrder(settled);
  return order?.kind === 'higher' ? order.slug : null;
}

test('a fact that is said to end a tie ends it when it is filled in', () => {
  const pairs = [...realCuratedPairs, ...sameCategoryPairs.filter((_pair, index) => index % 4 === 0)].filter(
    ([a, b]) =>
      a.kind === b.kind &&
      a.rank.ranked &&
      b.rank.ranked &&
      decideOrder([a, b].map(({ slug, rank: { total, low, high } }) => ({ slug, total, low, high })))?.kind === 'tie',
  );
  let found = 0;
  for (const pair of pairs) {
    const fact = findDecidingFact(pair);
    if (fact === null) continue;
    found += 1;
    expect([winnerIf(pair, fact, 'high'), winnerIf(pair, fact, 'low')], `${pair[0].slug} ${pair[1].slug} ${fact.signal}`).toEqual([fact.ifGood, fact.ifBad]);
    expect(findDecidingFact([pair[1], pair[0]])).toEqual(fact);
  }
  expect(found).toBeGreaterThan(100);
});
