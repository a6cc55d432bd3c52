import type { SetApartReport } from '../derive/set-apart';
import type { Rank } from '../rank/rank';
import type { RankedTool } from '../rank/ranked-tool';
import { Prisma } from './generated/client';
import { currentListings, type Listing, listingColumns } from './listing';
import type { Reading } from './read-snapshot';
import { findSlugs } from './resolve-slugs';
import { readToolRows } from './tool-rows';

/** What stands behind a name that was asked for. */
export type FoundTool = { asked: string; slug: string; tool: RankedTool; listing: Listing } | { asked: string; slug: null; tool: null; listing: null };

/** Whole tools by slug or alias, in the order asked. A retired tool is found too: `listing.state` says so. */
export async function findTools(tx: Reading, names: readonly string[]): Promise<FoundTool[]> {
  const slugs = await findSlugs(tx, names);
  const wanted = [...new Set(slugs.values())];
  const tools = new Map((await readToolRows(tx, Prisma.sql`t."slug" = ANY(${wanted})`)).map((tool) => [tool.slug, tool]));
  const listings = new Map((await readRanked(tx, wanted)).map((listing) => [listing.slug, listing]));
  return names.map((asked) => {
    const slug = slugs.get(asked) ?? null;
    const tool = slug === null ? undefined : tools.get(slug);
    const listed = slug === null ? undefined : listings.get(slug);
    if (slug === null || tool === undefined || listed === undefined) return { asked, slug: null, tool: null, listing: null };
    const { rank, claims, ...listing } = listed;
    return {
      asked,
      slug,
      tool: {
        ...tool,
        rank,
        standing: listing.standing,
        timesMatched: listing.timesMatched,
        outcomes: { worked: listing.worked, failed: listing.failed },
        setApart: claims,
      },
      listing,
    };
  });
}

function readRanked(tx: Reading, slugs: readonly string[]): Promise<(Listing & { rank: Rank; claims: SetApartReport | null })[]> {
  return tx.$queryRaw`SELECT ${listingColumns}, l."rank", l."claims" FROM ${currentListings} WHERE l."slug" = ANY(${[...slugs]})`;
}
