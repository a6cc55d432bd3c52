import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Capability } from '../../lib/catalog/record';
import { alignCapabilities } from '../../lib/compare/align-capabilities';

const tools = z.tuple([z.string(), z.string()]);
const half = z.enum(['dev', 'test']);
const cells = z.array(z.tuple([z.string(), z.string()]));

/** Pairs of tools whose capabilities were held against each other by hand; a cell that is in neither list is "different". */
export const alignedPairs = z
  .object({ pairs: z.array(z.object({ tools, half, same: cells, related: cells })) })
  .parse(JSON.parse(readFileSync('tests/fixtures/aligned-capabilities.json', 'utf8'))).pairs;

/** Pairs of tools whose relation was judged by hand. */
export const relatedPairs = z
  .object({ pairs: z.array(z.object({ tools, half, relation: z.enum(['rivals', 'runs-on', 'used-together', 'unrelated']) })) })
  .parse(JSON.parse(readFileSync('tests/fixtures/relations.json', 'utf8'))).pairs;

type Described = { name: string; capabilities: readonly Capability[] };

/** `related` counts the wrong ones among the found that are at least neighbours. */
export type Hits = { right: number; wrong: number; missed: number; related: number };

/** A tool whose jobs carry names that no other tool uses, so that wording alone can line them up. */
export function hideJobs<Tool extends Described>(tool: Tool): Tool {
  return { ...tool, capabilities: tool.capabilities.map((each) => ({ ...each, job: `${tool.name}-${each.key}` })) };
}

/** Holds the alignment of the pairs of one half against the labels: only "same" is right. */
export function countHits(wanted: 'dev' | 'test', find: (slug: string) => Described): Hits {
  const hits = { right: 0, wrong: 0, missed: 0, related: 0 };
  for (const pair of alignedPairs.filter((each) => each.half === wanted)) {
    const [same, related] = [new Set(pair.same.map(String)), new Set(pair.related.map(String))];
    const found = alignCapabilities(pair.tools.map(find)).all.flatMap(({ does: [a = [], b = []] }) =>
      a.flatMap((one) => b.map((other) => `${one.key},${other.key}`)),
    );
    const right = found.filter((cell) => same.has(cell)).length;
    hits.right += right;
    hits.wrong += found.length - right;
    hits.missed += same.size - right;
    hits.related += found.filter((cell) => related.has(cell)).length;
  }
  return hits;
}

export const scorePrecision = ({ right, wrong }: Hits): number => right / (right + wrong);
export const scoreRecall = ({ right, missed }: Hits): number => right / (right + missed);
