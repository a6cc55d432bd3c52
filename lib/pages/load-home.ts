import { categoryIds } from '../catalog/categories';
import { curatedPairs } from '../catalog/curated-pairs';
import { kinds } from '../catalog/kinds';
import { countFacets } from '../db/list-tools';
import { findListings } from '../db/listing';
import { readSnapshot } from '../db/read-snapshot';
import { makeComparisonLink } from './comparison-link';
import type { Counted, HomePage } from './page-types';

const comparisonsShown = 12;

/** Counts of a closed list in its own order; what holds no tool is left out. */
function countInOrder<Id extends string>(ids: readonly Id[], counts: readonly { value: string; count: number }[]): Counted<Id>[] {
  return ids.flatMap((id) => {
    const count = counts.find(({ value }) => value === id)?.count ?? 0;
    return count > 0 ? [{ id, count }] : [];
  });
}

/** One of each category before a second of any, in the given order. */
function takeTurns<Item>(items: readonly Item[], categoryOf: (item: Item) => string): Item[] {
  const seen = new Map<string, number>();
  const turns = items.map((item) => {
    const turn = seen.get(categoryOf(item)) ?? 0;
    seen.set(categoryOf(item), turn + 1);
    return { item, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ item }) => item);
}

export async function loadHome(): Promise<HomePage> {
  const { snapshot, value } = await readSnapshot(async (tx) => ({
    facets: await countFacets(tx),
    listings: await findListings(tx, [...new Set(curatedPairs.flat())]),
  }));
  const listed = new Map(value.listings.filter((listing) => listing.state === 'active').map((listing) => [listing.slug, listing]));
  const comparisons = curatedPairs.flatMap((pair) => {
    const tools = pair.flatMap((slug) => listed.get(slug) ?? []);
    const [first] = tools;
    return first && tools.length === pair.length ? [{ category: first.category, link: makeComparisonLink(tools) }] : [];
  });
  return {
    snapshot,
    categories: countInOrder(categoryIds, value.facets.category),
    kinds: countInOrder(kinds, value.facets.kind),
    comparisons: takeTurns(comparisons, ({ category }) => category)
      .slice(0, comparisonsShown)
      .map(({ link }) => link),
  };
}
