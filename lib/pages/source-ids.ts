import type { Relation } from '../compare/relation';
import type { RankedTool } from '../rank/ranked-tool';

/** Ids of every source that something on the page of these tools rests on. */
export function collectSourceIds(tools: readonly RankedTool[], relations: readonly Relation[] = []): string[] {
  const evidence = [
    ...tools.flatMap((tool) =>
      tool.capabilities.flatMap((each) => [...each.evidence, ...(each.unique?.evidence ?? []), ...each.versus.flatMap((versus) => versus.evidence)]),
    ),
    ...tools.flatMap((tool) => tool.relations.flatMap((relation) => relation.evidence)),
    ...relations.flatMap(({ basis }) => (basis.type === 'declared' ? basis.evidence : [])),
  ];
  return [...new Set([...tools.flatMap((tool) => tool.facts.map((fact) => fact.source)), ...evidence.map((each) => each.source)])];
}

/** Slugs of the tools that these tools' capabilities and relations name. */
export function collectNamedSlugs(tools: readonly RankedTool[]): string[] {
  return [
    ...new Set(
      tools.flatMap((tool) => [
        ...tool.capabilities.flatMap((each) => each.versus.map((versus) => versus.tool)),
        ...tool.relations.map((relation) => relation.tool),
        ...(tool.setApart?.claims ?? []).flatMap((claim) => (claim.type === 'one-of' ? claim.others : claim.nearest).map(({ slug }) => slug)),
      ]),
    ),
  ];
}
