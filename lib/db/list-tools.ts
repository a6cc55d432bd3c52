import { Prisma } from './generated/client';
import { type Facet, facets, facetValues, type ListFilters, makeCondition } from './list-filters';
import { currentListings, type Listing, listingColumns } from './listing';
import type { Reading } from './read-snapshot';

export type ListSort = 'rank' | 'name' | 'price' | 'newest' | 'stars';
export type Direction = 'ascending' | 'descending';

/** The highest rank, the lowest price, the newest fact first, unless the reader turns it round. */
const natural = { rank: 'descending', name: 'ascending', price: 'ascending', newest: 'descending', stars: 'descending' } as const satisfies Record<
  ListSort,
  Direction
>;

/** What is unknown comes last whichever way a list runs, and equal tools are in the order of their slugs. */
function makeOrder(sort: ListSort, direction: Direction): Prisma.Sql {
  const way = direction === 'ascending' ? Prisma.sql`ASC NULLS LAST` : Prisma.sql`DESC NULLS LAST`;
  switch (sort) {
    case 'rank':
      return Prisma.sql`CASE WHEN l."ranked" THEN l."total" END ${way}, l."slug"`;
    case 'name':
      return Prisma.sql`lower(l."name") COLLATE "C" ${way}, l."slug"`;
    case 'price':
      return Prisma.sql`l."startingPrice" ${way}, l."slug"`;
    case 'newest':
      return Prisma.sql`l."newestFact" ${way}, l."slug"`;
    case 'stars':
      return Prisma.sql`l."stars" ${way}, l."slug"`;
  }
}

export type ListQuery = ListFilters & { sort?: ListSort; direction?: Direction; page?: number; pageSize?: number };

/** One page of the listings that the filters leave, and how many there are in all. Pages count from 1. */
export async function listTools(
  tx: Reading,
  { sort = 'rank', direction = natural[sort], page = 1, pageSize = 24, ...filters }: ListQuery,
): Promise<{ total: number; listings: Listing[] }> {
  const condition = makeCondition(filters);
  const counted = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" FROM ${currentListings} WHERE ${condition}`;
  const listings = await tx.$queryRaw<Listing[]>`
    SELECT ${listingColumns} FROM ${currentListings} WHERE ${condition}
    ORDER BY ${makeOrder(sort, direction)} LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int`;
  return { total: counted[0]?.total ?? 0, listings };
}

/** A facet offers so many values, the chosen one and those of most tools: beyond them a list of makers is longer than the page it filters. */
export const valuesOffered = 100;

/** For each facet how many tools each of its values would leave, given the other filters; most first. */
export async function countFacets(tx: Reading, filters: ListFilters = {}): Promise<Record<Facet, { value: string; count: number }[]>> {
  const counts = facets.map(
    (facet) => Prisma.sql`(
      SELECT ${facet}::text AS "facet", ${facetValues[facet]} AS "value", count(*)::int AS "count" FROM l
      WHERE ${makeCondition(filters, facet)} GROUP BY 2 ORDER BY ${facetValues[facet]} IS NOT DISTINCT FROM ${filters[facet] ?? null} DESC, 3 DESC, 2 LIMIT ${valuesOffered}::int)`,
  );
  // Read once, and without the ranks, which are most of a row.
  const rows = await tx.$queryRaw<{ facet: Facet; value: string | null; count: number }[]>`
    WITH l AS MATERIALIZED (
      SELECT l."state", l."category", l."kind", l."pricing", l."licence", l."openWeights", l."vendor", l."ranked" FROM ${currentListings} WHERE l."state" = 'active'
    ) ${Prisma.join(counts, ' UNION ALL ')} ORDER BY 3 DESC, 2`;
  const of = (facet: Facet): { value: string; count: number }[] =>
    rows.flatMap((row) => (row.facet === facet && row.value !== null ? [{ value: row.value, count: row.count }] : []));
  return {
    category: of('category'),
    kind: of('kind'),
    pricing: of('pricing'),
    licence: of('licence'),
    weights: of('weights'),
    vendor: of('vendor'),
    ranked: of('ranked'),
  };
}
