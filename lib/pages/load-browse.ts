import type { Browse } from '../address/browse';
import { countFacets, listTools } from '../db/list-tools';
import { readSnapshot } from '../db/read-snapshot';
import type { BrowsePage } from './page-types';

const pageSize = 24;

/** A list of tools. `fixed` names the filter that the path itself sets; a page beyond the last shows the last. */
export async function loadBrowse(path: string, browse: Browse, fixed: BrowsePage['fixed']): Promise<BrowsePage> {
  const { sort, page, ...filters } = browse;
  const { snapshot, value } = await readSnapshot(async (tx) => {
    const asked = await listTools(tx, { ...filters, sort, page, pageSize });
    const pages = Math.max(1, Math.ceil(asked.total / pageSize));
    const shown = page > pages ? await listTools(tx, { ...filters, sort, page: pages, pageSize }) : asked;
    return { pages, shown, facets: await countFacets(tx, filters) };
  });
  const { pages, shown, facets } = value;
  return { snapshot, browse: { ...browse, page: Math.min(page, pages) }, fixed, path, total: shown.total, pages, tools: shown.listings, facets };
}
