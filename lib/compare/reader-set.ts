import type { ReaderWeights } from '../address/weights';
import type { SignalId } from '../catalog/signals';
import { decideOrder, type Order } from '../rank/order';
import type { ComponentId, Range } from '../rank/rank';
import { type Weighed, weighPoints } from '../rank/weigh';
import { toComponentWeights } from '../rank/weight-presets';
import type { Basis } from './workload';

/** One component that applies to a tool, as small as the browser needs it. */
export type ReaderComponent = Range & { component: ComponentId; points: number; coverage: number; signals: readonly SignalId[] };

export type ReaderTool = {
  slug: string;
  name: string;
  published: Range & { total: number; ranked: boolean };
  components: readonly ReaderComponent[];
  basis: Basis;
};

/** What the reader's own ranking and costs are worked out from, in the order of the page. */
export type ReaderSet = {
  tools: readonly ReaderTool[];
  /** Null where the tools are of different kinds: each has a formula of its own, and no weights are common to them. */
  published: ReaderWeights | null;
  /** The published ranks count the match graph, which a reader's weights leave out. */
  countsMatchGraph: boolean;
  /** Only tools of one job are held against each other; for others no winner is named. */
  rivals: boolean;
};

export type ReaderRank = Pick<ReaderTool, 'slug' | 'name' | 'published'> & { weighed: Weighed<ReaderComponent> };

/** Why the reader's weights name nobody. */
export type NoOrder = 'different-jobs' | 'not-ranked';

/** The tools under the reader's weights, in the order of the page, and who then ranks higher by the rule of the published verdict. */
export function weighSet({ tools, rivals }: ReaderSet, weights: ReaderWeights): { ranks: readonly ReaderRank[]; order: Order | NoOrder } {
  const ranks = tools.map(({ slug, name, published, components }) => ({
    slug,
    name,
    published,
    weighed: weighPoints(components, toComponentWeights(weights)),
  }));
  if (!rivals) return { ranks, order: 'different-jobs' };
  const order = ranks.every(({ weighed }) => weighed.ranked) ? decideOrder(ranks.map(({ slug, weighed }) => ({ slug, ...weighed }))) : null;
  return { ranks, order: order ?? 'not-ranked' };
}
