import type { Rank } from '../rank/rank';
import { canonicalJson } from './canonical-json';
import { getDatabase } from './database';
import { makeListings } from './make-listings';
import { readCounted } from './read-outcomes';
import { readSnapshot, type Snapshot, wholeCatalogueTimeout } from './read-snapshot';
import { readRankingRows } from './tool-rows';
import { writeSnapshot } from './write-snapshot';

type StoredRank = { slug: string; rank: Rank; standing: number | null };

export type RankCheck = {
  snapshot: Snapshot;
  equal: number /** Slugs whose stored rank or standing is not what the formula gives now. */;
  different: string[];
};

/** Computes every rank of the current snapshot again, from the facts in the database, and compares it with what is stored. */
export async function checkRanks(): Promise<RankCheck> {
  const { snapshot, value } = await readSnapshot(
    async (tx, { id, asOf }) => ({
      listings: makeListings(await readRankingRows(tx), asOf, await readCounted(tx)),
      stored: await tx.$queryRaw<StoredRank[]>`SELECT "slug", "rank", "standing" FROM "Listing" WHERE "snapshotId" = ${id} ORDER BY "slug"`,
    }),
    wholeCatalogueTimeout,
  );
  const computed = new Map(value.listings.map(({ slug, rank, standing }) => [slug, canonicalJson({ rank, standing })]));
  const different = value.stored.flatMap(({ slug, rank, standing }) => (computed.get(slug) === canonicalJson({ rank, standing }) ? [] : [slug]));
  const stored = new Set(value.stored.map(({ slug }) => slug));
  const missing = value.listings.map(({ slug }) => slug).filter((slug) => !stored.has(slug));
  return { snapshot, equal: value.stored.length - different.length, different: [...different, ...missing] };
}

/** Ranks the stored catalogue with the formula of this version and makes that the current snapshot. Unchanged: the snapshot of this formula exists already. */
export async function writeRanks(): Promise<{ id: string; changed: boolean }> {
  const { prisma } = await getDatabase();
  return prisma.$transaction(
    async (tx) => {
      const current = await tx.currentSnapshot.findFirstOrThrow({ select: { snapshot: { select: { fingerprint: true } } } });
      return writeSnapshot(tx, current.snapshot.fingerprint, { facts: 'all', texts: [] });
    },
    { timeout: wholeCatalogueTimeout },
  );
}
