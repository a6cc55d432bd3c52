import type { Sources } from '../catalog/tool';
import { countsMatchGraph } from '../rank/match-graph';
import type { RankedTool } from '../rank/ranked-tool';
import { publishedWeights } from '../rank/weight-presets';
import type { Comparison } from './compare';
import { findBases } from './price-basis';
import type { ReaderSet, ReaderTool } from './reader-set';
import type { Basis } from './workload';

const toReaderTool = ({ slug, name, rank }: RankedTool, basis: Basis): ReaderTool => ({
  slug,
  name,
  published: { total: rank.total, low: rank.low, high: rank.high, ranked: rank.ranked },
  components: rank.components.flatMap(({ component, points, low, high, coverage, signals }) =>
    signals.length === 0 ? [] : [{ component, points, low, high, coverage, signals: signals.map(({ signal }) => signal) }],
  ),
  basis,
});

/** What the browser needs to weigh and to price the tools of a comparison anew. */
export function makeReaderSet({ tools, relation }: Pick<Comparison, 'tools' | 'relation'>, sources: Sources): ReaderSet {
  const bases = findBases(tools, sources);
  const [first] = tools;
  const oneKind = first !== undefined && tools.every(({ kind }) => kind === first.kind);
  return {
    tools: tools.map((tool, index) => toReaderTool(tool, bases[index]?.basis ?? { kind: 'unknown' })),
    published: oneKind ? publishedWeights(first.kind) : null,
    countsMatchGraph: tools.some(({ rank }) => countsMatchGraph(rank)),
    rivals: relation === 'rivals',
  };
}
