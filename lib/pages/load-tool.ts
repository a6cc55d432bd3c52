import { countSharing } from '../db/find-capabilities';
import { findSources } from '../db/find-sources';
import { findTools } from '../db/find-tools';
import { listTools } from '../db/list-tools';
import { findListings } from '../db/listing';
import { readSnapshot } from '../db/read-snapshot';
import { findCuratedPartners, makeComparisonLink } from './comparison-link';
import { findCounted } from './counted';
import { writeToolHeadline } from './headline';
import type { ToolPage } from './page-types';
import { collectNamedSlugs, collectSourceIds } from './source-ids';

const alternativesShown = 6;

/** The page of one tool; null when no tool has this slug. */
export async function loadTool(slug: string): Promise<ToolPage | null> {
  const { snapshot, value } = await readSnapshot(async (tx) => {
    const [found] = await findTools(tx, [slug]);
    if (!found?.tool) return null;
    const { tool } = found;
    const inCategory = await listTools(tx, { category: tool.category, pageSize: alternativesShown + 1 });
    const partners = findCuratedPartners(tool.slug);
    return {
      tool,
      sharing: Object.fromEntries(
        await countSharing(
          tx,
          tool.capabilities.map(({ job }) => job),
        ),
      ),
      sources: await findSources(tx, collectSourceIds([tool])),
      alternatives: inCategory.listings.filter((each) => each.slug !== tool.slug).slice(0, alternativesShown),
      partners: await findListings(tx, partners),
      named: await findListings(tx, collectNamedSlugs([tool])),
    };
  });
  if (value === null) return null;
  const { tool, sharing, sources, alternatives, partners, named } = value;
  const others = [...partners, ...alternatives.filter((each) => partners.every((partner) => partner.slug !== each.slug))];
  return {
    snapshot,
    tool,
    sharing,
    sources,
    alternatives,
    names: Object.fromEntries(named.map((each) => [each.slug, each.name])),
    counted: findCounted(snapshot.committedAt),
    headline: writeToolHeadline(tool),
    comparisons: others.map((other) => makeComparisonLink([tool, other])),
  };
}
