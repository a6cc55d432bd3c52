import { readdirSync, readFileSync } from 'node:fs';
import { curatedPairs } from '../../../lib/catalog/curated-pairs';
import { record, type Source, source, type ToolRecord } from '../../../lib/catalog/record';
import type { Sources, Tool } from '../../../lib/catalog/tool';
import { getFactKey } from '../../../lib/db/fact-key';
import { deriveCapabilities } from '../../../lib/derive/derive-capabilities';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { findScoringDay, rankTool } from '../../../lib/rank/score';

const root = 'prisma/catalog';

/** Every record file with its JSON as it lies on disk. */
export const recordFiles = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: kind }) =>
    readdirSync(`${root}/${kind}`).map((file) => {
      const path = `${kind}/${file}`;
      return { path, json: JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as unknown };
    }),
  );

export const records: readonly ToolRecord[] = recordFiles.map(({ json }) => record.parse(json));

export const sharedSources: readonly Source[] = source.array().parse(JSON.parse(readFileSync(`${root}/sources.json`, 'utf8')));

function makeTool({ sources: _sources, $schema: _schema, ...known }: ToolRecord): Tool {
  return {
    ...known,
    homepage: known.homepage ?? null,
    repository: known.repository ?? null,
    facts: known.facts.map((fact) => ({ ...fact, key: getFactKey(known.id, fact) })),
  };
}

const sourceById = new Map([...sharedSources, ...records.flatMap((each) => each.sources ?? [])].map((each) => [each.id, each]));

/** The sources of these tools' facts. */
export const sourcesOf = (tools: readonly Tool[]): Sources =>
  Object.fromEntries(tools.flatMap(({ facts }) => facts.flatMap(({ source: id }) => (sourceById.has(id) ? [[id, sourceById.get(id)!]] : []))));

const tools = records.map(makeTool);

const scoringDay = findScoringDay(tools);
if (scoringDay === null) throw new Error('no ranked signal of any record was measured');

/** "Now" for every score. */
export const asOf = scoringDay;

export const realTools: readonly RankedTool[] = tools.map((tool) => ({
  ...tool,
  rank: rankTool(tool, asOf),
  standing: null,
  timesMatched: 0,
  outcomes: { worked: 0, failed: 0 },
  setApart: null,
}));

const bySlug = new Map(realTools.map((tool) => [tool.slug, tool]));

/** A listed tool; throws when it is not listed. */
export function realTool(slug: string): RankedTool {
  const tool = bySlug.get(slug);
  if (!tool) throw new Error(`${slug} is not listed`);
  return tool;
}

const addresses = new Map([...sharedSources, ...records.flatMap(({ sources }) => sources)].map(({ id, address }) => [id, address]));

/** A listed tool as the site holds it: with the capabilities that follow from its facts where nobody wrote any. */
export function wholeTool(slug: string): RankedTool {
  const tool = realTool(slug);
  return tool.capabilities.length > 0 ? tool : { ...tool, capabilities: deriveCapabilities(tool, (source) => addresses.get(source)) };
}

/** The curated pairs of listed tools. */
export const realCuratedPairs = curatedPairs.filter((pair) => pair.every((slug) => bySlug.has(slug))).map(([a, b]) => [realTool(a), realTool(b)] as const);

/** Pairs of unlike tools, about three for each tool: the file order puts kinds and names beside each other, so partners are taken from afar. */
export const realPairs = realTools.flatMap((one, index) =>
  [7, 31, 113].flatMap((step) => {
    const other = realTools[(index * step + step) % realTools.length];
    return other === undefined || other === one ? [] : [[one, other] as const];
  }),
);

const pairsOfOneCategory = [...new Set(realTools.map(({ category }) => category))].flatMap((category) => {
  const within = realTools.filter((tool) => tool.category === category);
  return within.flatMap((one, index) => within.slice(index + 1).map((other) => [one, other] as const));
});

/** Evenly spaced among the pairs of one category, each once, so that every category is met; "npm run verdicts" looks at all of them. */
export const sameCategoryPairs = pairsOfOneCategory.filter((_pair, index) => index % Math.ceil(pairsOfOneCategory.length / 2_000) === 0);
