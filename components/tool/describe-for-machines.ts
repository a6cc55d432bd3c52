import { toolHref } from '../../lib/address/href';
import { findCategory } from '../../lib/catalog/categories';
import { findFact } from '../../lib/catalog/current';
import type { RankedTool } from '../../lib/rank/ranked-tool';

/** JSON-LD of a tool: what the record states and nothing else. No ratings, because nobody rated anything. */
export function describeForMachines(tool: RankedTool, base: string): Record<string, unknown> {
  const licence = findFact(tool.facts, 'licence')?.value;
  const documentation = findFact(tool.facts, 'documentation')?.value;
  const software = findFact(tool.facts, 'pricing-model')?.value === 'free software';
  return {
    '@context': 'https://schema.org',
    '@type': 'SoftwareApplication',
    name: tool.name,
    description: tool.summary,
    url: base + toolHref(tool.slug),
    applicationCategory: findCategory(tool.category)?.name ?? tool.category,
    author: { '@type': 'Organization', name: tool.vendor },
    ...(tool.repository ? { codeRepository: `https://github.com/${tool.repository}` } : {}),
    ...(tool.homepage ? { sameAs: tool.homepage } : {}),
    ...(typeof licence === 'string' ? { license: licence } : {}),
    ...(typeof documentation === 'string' ? { softwareHelp: { '@type': 'CreativeWork', url: documentation } } : {}),
    ...(software ? { isAccessibleForFree: true } : {}),
  };
}
