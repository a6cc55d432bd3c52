import { compareTools, passesEvidenceBar } from '../compare/compare';
import { findSources } from '../db/find-sources';
import { findTools } from '../db/find-tools';
import { listTools } from '../db/list-tools';
import { findListings } from '../db/listing';
import { readSnapshot } from '../db/read-snapshot';
import { findCounted } from './counted';
import { writeHeadline } from './headline';
import type { ComparePage } from './page-types';
import { collectNamedSlugs, collectSourceIds } from './source-ids';

const alternativesShown = 8;

/** The comparison of two to four tools by their slugs; null when one of them is not there. */
export async function loadComparison(slugs: readonly string[]): Promise<ComparePage | null> {
  const { snapshot, value } = await readSnapshot(async (tx, { committedAt }) => {
    const found = await findTools(tx, slugs);
    const tools = found.flatMap(({ tool }) => (tool === null ? [] : [tool]));
    if (tools.length < slugs.length || tools.length < 2) return null;
    const comparison = compareTools(tools, findCounted(committedAt));
    const lists = [];
    for (const category of new Set(tools.map((tool) => tool.category)))
      lists.push(await listTools(tx, { category, pageSize: alternativesShown + tools.length }));
    return {
      comparison,
      sources: await findSources(tx, collectSourceIds(tools, comparison.relations)),
      alternatives: lists
        .flatMap(({ listings }) => listings)
        .filter((each) => !slugs.includes(each.slug))
        .slice(0, alternativesShown),
      named: await findListings(tx, [...new Set([...collectNamedSlugs(tools), ...slugs])]),
    };
  });
  if (value === null) return null;
  const { comparison, sources, alternatives, named } = value;
  return {
    snapshot,
    comparison,
    sources,
    alternatives,
    names: Object.fromEntries(named.map((each) => [each.slug, each.name])),
    indexable: passesEvidenceBar(comparison),
    headline: writeHeadline(comparison),
  };
}
