import { sortSlugs } from '../address/set';
import { curatedPairs } from '../catalog/curated-pairs';
import type { ComparisonLink } from './tool-card';

type Named = { slug: string; name: string };

/** The link to the comparison of these tools. */
export function makeComparisonLink(tools: readonly Named[]): ComparisonLink {
  const slugs = sortSlugs(tools.map((tool) => tool.slug));
  return { slugs, names: slugs.map((slug) => tools.find((tool) => tool.slug === slug)?.name ?? slug) };
}

/** Slugs of the tools that people look to compare a tool with, in the order of the curated pairs. */
export function findCuratedPartners(slug: string): string[] {
  return curatedPairs.flatMap(([a, b]) => (a === slug ? [b] : b === slug ? [a] : []));
}
