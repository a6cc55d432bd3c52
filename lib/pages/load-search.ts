import { parseSet, setLimit } from '../address/set';
import { findCategory } from '../catalog/categories';
import { findNearest } from '../db/find-names';
import { findListings } from '../db/listing';
import { readSnapshot } from '../db/read-snapshot';
import { findSlugs } from '../db/resolve-slugs';
import { searchTools } from '../db/search-tools';
import type { SearchPage } from './page-types';

const hitsShown = 20;
const nearestShown = 6;

/** What to look for when a search is opened from rivals and nothing was typed: the job they share. */
function findSharedJob(from: readonly { category: string }[]): string {
  const [category, ...others] = new Set(from.map((tool) => tool.category));
  return category === undefined || others.length > 0 ? '' : (findCategory(category)?.job ?? '');
}

/** What a search found. `from` is the set of tools it was opened from, as in a comparison's address. */
export async function loadSearch(query: string, from: string): Promise<SearchPage> {
  const { snapshot, value } = await readSnapshot(async (tx) => {
    // A query may hold what no address does, and PostgreSQL has no text with a null byte.
    const names = parseSet(from).names.filter((name) => !name.includes('\0'));
    const slugs = [...(await findSlugs(tx, names.slice(0, setLimit))).values()];
    const opened = await findListings(tx, slugs);
    const text = query.trim() || findSharedJob(opened);
    const hits = await searchTools(tx, text, {}, hitsShown);
    return {
      query: text,
      from: opened,
      hits: hits.map(({ listing, capability }) => ({ tool: listing, capability })),
      nearest: hits.length === 0 && text !== '' ? await findNearest(tx, [text, ...text.split(/\s+/)].slice(0, 8), nearestShown) : [],
    };
  });
  return { snapshot, ...value };
}
