import type { Comparison } from '../compare/compare';
import type { Bar } from '../compare/row';
import { formatDay } from '../format/day';
import { type Covers, makeDrawable } from '../format/drawable';
import { roundPoints } from '../format/number';
import type { RankedTool } from '../rank/ranked-tool';
import { writeHeadline, writeToolHeadline } from './headline';
import type { SnapshotLine } from './snapshot';

/** What the picture beside a shared link shows; every text of it can be drawn. */
export type ShareImage = {
  tools: readonly { name: string; rank: string; range: string; bar: Bar }[];
  fact: string;
  date: string;
};

export const imageSize = { width: 1200, height: 630 } as const;

function describeRank({ rank: { ranked, total, low, high, coverage } }: RankedTool): { rank: string; range: string; bar: Bar } {
  const [from, to] = [roundPoints(low), roundPoints(high)];
  if (!ranked) return { rank: 'not ranked yet', range: `${Math.round(coverage * 100)} % of the evidence known`, bar: { points: null, low, high } };
  return { rank: `${roundPoints(total)}/100`, range: from === to ? 'nothing missing' : `between ${from} and ${to}`, bar: { points: total, low, high } };
}

/** The picture of a comparison, or of one tool. Where a name cannot be drawn the slug, which always can, stands for it. */
function describeImage(tools: readonly RankedTool[], fact: string, { asOf }: SnapshotLine, covers: Covers): ShareImage {
  const shown = tools.map((tool) => ({ name: tool.name, ...describeRank(tool) }));
  return { tools: shown, fact: makeDrawable(fact, covers) ?? '', date: formatDay(asOf) };
}

const withDrawableName = <Tool extends RankedTool>(tool: Tool, covers: Covers): Tool => ({ ...tool, name: makeDrawable(tool.name, covers) ?? tool.slug });

export function describeComparisonImage(comparison: Comparison, snapshot: SnapshotLine, covers: Covers): ShareImage {
  const tools = comparison.tools.map((tool) => withDrawableName(tool, covers));
  return describeImage(tools, writeHeadline({ ...comparison, tools }), snapshot, covers);
}

export function describeToolImage(given: RankedTool, snapshot: SnapshotLine, covers: Covers): ShareImage {
  const tool = withDrawableName(given, covers);
  return describeImage([tool], writeToolHeadline(tool), snapshot, covers);
}
