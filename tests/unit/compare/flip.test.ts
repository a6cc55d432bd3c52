import { expect, test } from 'vitest';
import { type Flip, findFlips, findWinner, shiftWeight } from '../../../lib/compare/flip';
import { weighComponents } from '../../../lib/rank/match-graph';
import { decideOrder } from '../../../lib/rank/order';
import { componentIds } from '../../../lib/rank/rank';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { rankTool } from '../../../lib/rank/score';
import { weighRank } from '../../../lib/rank/weigh';
import { aFact, aRankedTool, aToolWithRank } from '../support/a-tool';
import { asOf, realCuratedPairs, realTool, sameCategoryPairs } from '../support/real-tools';

/** A repository of which everything is known: stars, commits and closed issues, forks and contributors, last commit and release. */
const known = (slug: string, stars: number, commits: number): RankedTool =>
  aRankedTool({
    slug,
    facts: [
      aFact('stars', stars),
      aFact('commits-90d', commits),
      aFact('issues-closed', 0.7),
      aFact('forks', 100),
      aFact('contributors', 100),
      aFact('last-commit', '2026-08-20'),
      aFact('last-release', '2026-08-20'),
    ],
  });

const popular = known('popular', 100_000, 3);
const busy = known('busy', 2_000, 1_000);

test('the tool that is better at one component ranks higher once that weighs enough', () => {
  const flips = findFlips([popular, busy]) ?? [];
  expect(findWinner([popular, busy], weighComponents('repository', { enough: false }))).toBe('popular');
  const won = flips.find(({ winner }) => winner === 'busy');
  expect(won).toMatchObject({ component: 'quality', now: 25, until: 100 });
  expect(won?.at).toBeGreaterThan(25);
});

test('a weight that shifts leaves the others in their proportions', () => {
  const weights = shiftWeight(weighComponents('repository', { enough: false }), 'adoption', 70);
  expect(weights).toEqual({
    adoption: 70,
    quality: expect.closeTo(11.54, 1),
    ecosystem: expect.closeTo(9.23, 1),
    'match-graph': 0,
    freshness: expect.closeTo(9.23, 1),
  });
});

test('a tool that is behind on every component never ranks higher, and a twin never', () => {
  const worse = known('worse', 1_000, 1);
  expect((findFlips([popular, worse]) ?? []).filter(({ winner }) => winner === 'worse')).toEqual([]);
  expect(findFlips([popular, { ...popular, slug: 'twin' }])).toEqual([]);
});

test('tools of two kinds, and tools without a rank, have no flip', () => {
  expect(findFlips([popular, { ...busy, kind: 'app' }])).toBeNull();
  expect(findFlips([popular, aRankedTool({ slug: 'unknown' })])).toBeNull();
  expect(findFlips([aToolWithRank('a', [1, 2, 3]), aToolWithRank('b', [1, 2, 3])]), 'nothing to weigh again').toBeNull();
});

/** The outcome by the formula's own function, on totals that keep their contributions. */
function winnerAt(tools: readonly RankedTool[], component: Flip['component'], percent: number): string | null {
  const weights = shiftWeight(weighComponents(tools[0]?.kind ?? 'app', { enough: false }), component, percent);
  const weighed = tools.map(({ slug, rank }) => ({ slug, ...weighRank(rank, weights) }));
  const order = decideOrder(weighed);
  if (weighed.some(({ ranked }) => !ranked)) return 'one of them is not ranked';
  return order?.kind === 'higher' ? order.slug : null;
}

const triples = realCuratedPairs.slice(0, 20).map(([a, b], index) => [a, b, realTool(['tgi', 'gpt-5', 'n8n', 'codex', 'chroma'][index % 5] ?? 'tgi')] as const);
const sets: readonly (readonly RankedTool[])[] = [...realCuratedPairs, ...sameCategoryPairs.filter((_pair, index) => index % 4 === 0), ...triples];
const flipped = sets.flatMap((tools) => (findFlips(tools) ?? []).map((flip) => ({ tools, flip })));

test('on this side of every flip the order is another than on that side', () => {
  expect(flipped.length).toBeGreaterThan(300);
  const wrong = flipped.filter(({ tools, flip: { component, now, at, until, winner } }) => {
    const step = at > now ? 1 : -1;
    const beyond = until + step;
    const holds = winnerAt(tools, component, at) === winner && winnerAt(tools, component, until) === winner;
    const changes = winnerAt(tools, component, at - step) !== winner && (beyond < 0 || beyond > 100 || winnerAt(tools, component, beyond) !== winner);
    return !holds || !changes;
  });
  expect(wrong.map(({ tools, flip }) => `${tools.map(({ slug }) => slug).join()} ${JSON.stringify(flip)}`)).toEqual([]);
});

test('no flip leads to the outcome that the formula already has, and each outcome is named once', () => {
  for (const tools of sets) {
    const flips = findFlips(tools);
    if (flips === null) continue;
    const kind = tools[0]?.kind ?? 'app';
    const current = findWinner(tools, weighComponents(kind, { enough: false }));
    expect(flips.filter(({ winner }) => winner === current)).toEqual([]);
    expect(new Set(flips.map(({ winner }) => winner)).size).toBe(flips.length);
    expect(flips.every(({ component }) => componentIds.includes(component))).toBe(true);
  }
});

test('the order in which tools are given changes no flip', () => {
  for (const tools of sets) expect(findFlips([...tools].reverse())).toEqual(findFlips(tools));
});

/** The same tools as of a kind in which everybody said that the second of them works and the first does not. */
const counted = sets.map((tools) =>
  tools.map((tool, index) => ({ ...tool, rank: rankTool(tool, asOf, index === 0 ? { worked: 5, failed: 45 } : { worked: 45, failed: 5 }) })),
);

test('where the match graph counts, flips start from the weights that the ranks were made with', () => {
  const flips = counted.flatMap((tools) => (findFlips(tools) ?? []).map((flip) => ({ tools, flip })));
  expect(flips.some(({ flip }) => flip.component === 'match-graph' && flip.now === 10)).toBe(true);
  for (const { tools, flip } of flips) {
    const weights = weighComponents(tools[0]?.kind ?? 'app', { enough: true });
    const order = decideOrder(tools.map(({ slug, rank }) => ({ slug, ...rank })));
    expect(flip.now).toBe(Math.round(weights[flip.component] * 100));
    expect(flip.winner, `${tools.map(({ slug }) => slug).join()} ${JSON.stringify(flip)}`).not.toBe(order?.kind === 'higher' ? order.slug : null);
    expect(findWinner(tools, shiftWeight(weights, flip.component, flip.at))).toBe(flip.winner);
  }
});
