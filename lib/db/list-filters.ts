import type { Browse } from '../address/browse';
import type { Modality } from '../catalog/modalities';
import { anyFree, anyOpenLicence, freeWays, openLicences } from '../catalog/open-licences';
import { Prisma } from './generated/client';

/** What a list is narrowed to; what is null or left out means "all". */
export type ListFilters = Partial<Omit<Browse, 'sort' | 'page' | 'pricing'>> & {
  /** One way of paying, or whatever is free (`isFree` of lib/catalog). */
  pricing?: Browse['pricing'] | typeof anyFree;
  /** The most that a million input tokens may cost, an exact decimal; what is free passes, what is priced otherwise does not. */
  maxPrice?: string | null;
  modality?: Modality | null;
};

export const facets = ['category', 'kind', 'pricing', 'licence', 'weights', 'vendor', 'ranked'] as const satisfies readonly (keyof Browse)[];
export type Facet = (typeof facets)[number];

/** What a facet counts: the same words that its filter takes. */
export const facetValues = {
  category: Prisma.sql`l."category"`,
  kind: Prisma.sql`l."kind"`,
  pricing: Prisma.sql`coalesce(l."pricing", 'unknown')`,
  licence: Prisma.sql`coalesce(l."licence", 'unknown')`,
  weights: Prisma.sql`CASE l."openWeights" WHEN true THEN 'open' WHEN false THEN 'closed' END`,
  vendor: Prisma.sql`l."vendor"`,
  ranked: Prisma.sql`CASE WHEN l."ranked" THEN 'yes' ELSE 'no' END`,
} as const satisfies Record<Facet, Prisma.Sql>;

const hasOpenLicence = Prisma.sql`l."licence" = ANY(${[...openLicences]}::text[])`;

/** A facet's condition: its word, or one of the two groups of words. */
function makeFacetCondition(facet: Facet, value: string): Prisma.Sql {
  if (facet === 'licence' && value === anyOpenLicence) return hasOpenLicence;
  if (facet === 'pricing' && value === anyFree)
    return Prisma.sql`(l."pricing" = ANY(${[...freeWays]}::text[]) OR l."startingPrice" = 0 OR (${hasOpenLicence} AND l."openWeights" IS DISTINCT FROM false))`;
  return Prisma.sql`${facetValues[facet]} = ${value}`;
}

/** The condition on `l` that all filters make together; a facet leaves its own one out. Only active tools are listed. */
export function makeCondition(filters: ListFilters, except: Facet | null = null): Prisma.Sql {
  const chosen = facets.flatMap((facet) => {
    const value = filters[facet];
    return facet === except || value === null || value === undefined ? [] : [makeFacetCondition(facet, value)];
  });
  const { maxPrice, modality } = filters;
  const priced = maxPrice
    ? [Prisma.sql`(l."startingPrice" = 0 OR (l."startingPriceSignal" = 'price-input' AND l."startingPrice" <= ${maxPrice}::numeric))`]
    : [];
  const able = modality ? [Prisma.sql`l."modalities" @> ARRAY[${modality}]::text[]`] : [];
  return Prisma.join([Prisma.sql`l."state" = 'active'`, ...chosen, ...priced, ...able], ' AND ');
}
