import { type Direction, type ListColumns, orderTools, readColumns } from './list-columns';
import { type Facet, facets, type ListFilters } from './list-filters';
import { findListings, type Listing } from './listing';
import type { ListSort } from './make-columns';
import type { Reading } from './read-snapshot';

/** The highest rank, the lowest price, the newest fact first, unless the reader turns it round. */
const natural = { rank: 'descending', name: 'ascending', price: 'ascending', newest: 'descending', stars: 'descending' } as const satisfies Record<
  ListSort,
  Direction
>;

/** Lists are narrowed by facets; search by more. */
type FacetFilters = Pick<ListFilters, Facet>;

export type ListQuery = FacetFilters & { sort?: ListSort; direction?: Direction; page?: number; pageSize?: number };

/** Says of a tool, by number, which facets it fails: none, one (that facet) or several. */
function makeJudge({ columns }: ListColumns, filters: FacetFilters): (tool: number) => Facet | 'none' | 'several' {
  const chosen = facets.flatMap((facet) => {
    const value = filters[facet];
    return value === null || value === undefined ? [] : [{ facet, codes: columns[facet].codes, code: columns[facet].words.indexOf(value) }];
  });
  return (tool) => {
    let failed: Facet | 'none' = 'none';
    for (const { facet, codes, code } of chosen) {
      if (code >= 0 && codes[tool] === code) continue;
      if (failed !== 'none') return 'several';
      failed = facet;
    }
    return failed;
  };
}

/** One page of the listings that the filters leave, and how many there are in all. Pages count from 1. */
export async function listTools(
  tx: Reading,
  { sort = 'rank', direction = natural[sort], page = 1, pageSize = 24, ...filters }: ListQuery,
): Promise<{ total: number; listings: Listing[] }> {
  const columns = await readColumns(tx);
  const judge = makeJudge(columns, filters);
  const start = (page - 1) * pageSize;
  const slugs: string[] = [];
  let total = 0;
  for (const tool of orderTools(columns, sort, direction)) {
    if (judge(tool) !== 'none') continue;
    const slug = columns.slugs[tool];
    if (slug !== undefined && total >= start && total < start + pageSize) slugs.push(slug);
    total += 1;
  }
  return { total, listings: slugs.length === 0 ? [] : await findListings(tx, slugs) };
}

/** A facet offers so many values, the chosen one and those of most tools: beyond them a list of makers is longer than the page it filters. */
export const valuesOffered = 100;

type Counted = { value: string; count: number };

const byCount = (a: Counted, b: Counted): number => b.count - a.count || (a.value < b.value ? -1 : 1);

/** The values that any tool has, most first; the chosen one is always among them. */
function offer(words: readonly string[], counts: Uint32Array, chosen: string | null): Counted[] {
  const counted = words.flatMap((value, code) => ((counts[code] ?? 0) > 0 ? [{ value, count: counts[code] ?? 0 }] : [])).sort(byCount);
  const first = counted.filter(({ value }) => value === chosen);
  return [...first, ...counted.filter(({ value }) => value !== chosen)].slice(0, valuesOffered).sort(byCount);
}

/** For each facet how many tools each of its values would leave, given the other filters; most first. */
export async function countFacets(tx: Reading, filters: FacetFilters = {}): Promise<Record<Facet, Counted[]>> {
  const read = await readColumns(tx);
  const judge = makeJudge(read, filters);
  const tallies = facets.map((facet) => ({ facet, codes: read.columns[facet].codes, counts: new Uint32Array(read.columns[facet].words.length) }));
  for (let tool = 0; tool < read.slugs.length; tool += 1) {
    const failed = judge(tool);
    if (failed === 'several') continue;
    for (const { facet, codes, counts } of tallies) {
      const code = codes[tool] ?? -1;
      if (code >= 0 && (failed === 'none' || failed === facet)) counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  const of = (facet: Facet): Counted[] =>
    offer(read.columns[facet].words, tallies.find((tally) => tally.facet === facet)?.counts ?? new Uint32Array(), filters[facet] ?? null);
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
