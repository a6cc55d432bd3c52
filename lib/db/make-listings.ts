import { findFact } from '../catalog/current';
import type { Kind } from '../catalog/kinds';
import { describeListing } from '../catalog/listing';
import { findPrices } from '../compare/tool-change';
import { rankTool } from '../rank/score';
import type { RankingRow } from './tool-rows';

/** With fewer ranked tools than this in a category, a percentile says nothing. */
const fewestForStanding = 3;

type Ranking = { id: string; category: string; total: number };

/** Percentile of each ranked tool among the ranked ones of its category: 100 at the top, 0 at the bottom, ties alike. */
export function findStandings(ranked: readonly Ranking[]): Map<string, number> {
  const totals = new Map<string, number[]>();
  for (const { category, total } of ranked) {
    const all = totals.get(category) ?? [];
    all.push(total);
    totals.set(category, all);
  }
  return new Map(
    ranked.flatMap(({ id, category, total }) => {
      const all = totals.get(category) ?? [];
      if (all.length < fewestForStanding) return [];
      const below = all.filter((other) => other < total).length;
      const level = all.filter((other) => other === total).length - 1;
      return [[id, Math.round((100 * (below + level / 2)) / (all.length - 1))] as const];
    }),
  );
}

/** The row of every tool in a snapshot, as its columns are named. Retired tools keep a row, but stand nowhere. `counted` are the kinds with enough outcomes. */
export function makeListings(tools: readonly RankingRow[], asOf: string, counted: ReadonlySet<Kind>) {
  const withRank = tools.map((tool) => ({ tool, rank: rankTool(tool, asOf, counted.has(tool.kind) ? tool.outcomes : null) }));
  const standings = findStandings(
    withRank.flatMap(({ tool: { id, category, state }, rank }) => (state === 'active' && rank.ranked ? [{ id, category, total: rank.total }] : [])),
  );
  return withRank.map(({ tool, rank }) => {
    const { id: toolId, slug, name, kind, category, vendor, summary, state, capabilityKeys, facts } = tool;
    const stars = findFact(facts, 'stars')?.value;
    return {
      ...{ toolId, slug, name, kind, category, vendor, summary, state },
      ...describeListing(tool),
      ...{ total: rank.total, low: rank.low, high: rank.high, coverage: rank.coverage, ranked: rank.ranked },
      standing: standings.get(toolId) ?? null,
      stars: typeof stars === 'number' ? stars : null,
      capabilityCount: capabilityKeys.length,
      capabilityKeys,
      priceFacts: findPrices(facts)
        .map(({ key }) => key)
        .sort(),
      rank,
    };
  });
}
