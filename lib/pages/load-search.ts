import { parseSet, setLimit } from '../address/set';
import { findNearest } from '../db/find-names';
import { findListings } from '../db/listing';
import { readSnapshot } from '../db/read-snapshot';
import { findSlugs } from '../db/resolve-slugs';
import { searchTools } from '../db/search-tools';
import type { SearchPage } from './page-types';

const hitsShown = 20;
const nearestShown = 6;

/** What a search found. `from` is the set of tools it was opened from, as in a comparison's address. */
export async function loadSearch(query: string, from: string): Promise<SearchPage> {
  const text = query.trim();
  const { snapshot, value } = await readSnapshot(async (tx) => {
    // A query may hold what no address does, and PostgreSQL has no text with a null byte.
    const names = parseSet(from).names.filter((name) => !name.includes('\0'));
    const slugs = [...(await findSlugs(tx, names.slice(0, setLimit))).values()];
    const hits = await searchTools(tx, text, {}, hitsShown);
    return {
      from: await findListings(tx, slugs),
      hits: hits.map(({ listing, capability }) => ({ tool: listing, capability })),
      nearest: hits.length === 0 && text !== '' ? await findNearest(tx, [text, ...text.split(/\s+/)].slice(0, 8), nearestShown) : [],
    };
  });
  return { snapshot, query: text, ...value };
}
