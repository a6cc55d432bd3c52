import type { CategoryId } from '../catalog/categories';
import type { Kind } from '../catalog/kinds';
import type { Modality } from '../catalog/modalities';
import type { SignalId } from '../catalog/signals';
import { Prisma } from './generated/client';
import type { Reading } from './read-snapshot';

/** A tool as a list shows it, filters and sorts it. */
export type Listing = {
  slug: string;
  name: string;
  kind: Kind;
  category: CategoryId;
  vendor: string;
  summary: string;
  /** Lists hold active tools only; a retired one is found by its slug alone. */
  state: 'active' | 'retired';
  pricing: string | null;
  licence: string | null;
  openWeights: boolean | null;
  modalities: Modality[];
  /** Exact decimal, US dollars; its unit is that of the signal, and '0' without a signal is free software. */
  startingPrice: string | null;
  startingPriceSignal: SignalId | null;
  /** Points 0–100 with their range; the total means nothing while `ranked` is false. */
  total: number;
  low: number;
  high: number;
  coverage: number;
  ranked: boolean;
  standing: number | null;
  stars: number | null;
  capabilityCount: number;
  timesMatched: number;
  /** How many readers said that it worked for what they searched, and how many that it did not. */
  worked: number;
  failed: number;
  newestFact: string | null;
};

/** The columns of a Listing, of `l`. */
export const listingColumns = Prisma.sql`
  l."slug", l."name", l."kind", l."category", l."vendor", l."summary", l."state", l."pricing", l."licence", l."openWeights", l."modalities",
  trim_scale(l."startingPrice")::text AS "startingPrice", l."startingPriceSignal", l."total", l."low", l."high", l."coverage", l."ranked", l."standing",
  l."stars", l."capabilityCount", l."timesMatched", l."worked", l."failed", l."newestFact"::text AS "newestFact"`;

/** The listings of the snapshot in force, as `l`. */
export const currentListings = Prisma.sql`"CurrentSnapshot" cs JOIN "Listing" l ON l."snapshotId" = cs."snapshotId"`;

/** Listings of these slugs (no aliases), in the order of the slugs; one that nothing has is absent. */
export async function findListings(tx: Reading, slugs: readonly string[]): Promise<Listing[]> {
  if (slugs.length === 0) return [];
  const rows = await tx.$queryRaw<Listing[]>`SELECT ${listingColumns} FROM ${currentListings} WHERE l."slug" = ANY(${[...slugs]})`;
  return rows.sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug));
}

/** Slugs of all active tools with what decides about indexing, in the order of slugs: for the sitemap. */
export function listAllSlugs(tx: Reading): Promise<Pick<Listing, 'slug' | 'kind' | 'category' | 'ranked' | 'coverage' | 'total' | 'newestFact'>[]> {
  return tx.$queryRaw`
    SELECT l."slug", l."kind", l."category", l."ranked", l."coverage", l."total", l."newestFact"::text AS "newestFact"
    FROM ${currentListings} WHERE l."state" = 'active' ORDER BY l."slug"`;
}
