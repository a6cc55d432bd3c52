import type { NoOrder, ReaderSet } from '../../lib/compare/reader-set';
import { formatPercent, joinWords, namePoints } from '../../lib/format/number';
import type { Order } from '../../lib/rank/order';
import type { WeightPreset } from '../../lib/rank/weight-presets';
import type { WeightingShares } from '../../lib/rank/weightings';

type NameOf = (slug: string) => string;

/** Who ranks higher under some weights, said as the verdict says it, and always whose weights they are. */
export function wordOrder(order: Order | NoOrder, nameOf: NameOf, whose: 'your' | 'the published' = 'your'): string {
  if (order === 'different-jobs') return 'They do different jobs, so no weights name a winner.';
  if (order === 'not-ranked') return `With ${whose} weights too little is known to rank all of them.`;
  switch (order.kind) {
    case 'higher':
      return `With ${whose} weights ${nameOf(order.slug)} ranks higher, by ${namePoints(order.by)}.`;
    case 'tie':
      return `With ${whose} weights it is a tie: the ranges of ${joinWords(order.slugs.map(nameOf))} overlap.`;
  }
}

/** `71 %`; what is not nothing never prints as nothing, nor what is not all as all. */
function wordShare(count: number, all: number): string {
  if (count === all) return 'all';
  const percent = Math.round((count / all) * 100);
  if (percent === 0) return count === 0 ? 'none' : `under ${formatPercent(1)}`;
  return percent === 100 ? `over ${formatPercent(99)}` : formatPercent(percent);
}

/** How the tools come out over the whole grid: `vLLM ranks higher in 71 % of them, SGLang in none; 29 % are ties.` */
export function wordWeightings({ weightings, higher, ties, unranked }: WeightingShares, nameOf: NameOf): string {
  const entries = Object.entries(higher).sort(([, a], [, b]) => b - a);
  const [first, ...rest] = entries;
  if (first === undefined) return '';
  if (ties === weightings) return 'all are ties.';
  const said = [
    `${nameOf(first[0])} ranks higher in ${wordShare(first[1], weightings)} of them`,
    ...rest.map(([slug, count]) => `${nameOf(slug)} in ${wordShare(count, weightings)}`),
  ];
  const left = [ties > 0 && `${wordShare(ties, weightings)} are ties`, unranked > 0 && `in ${wordShare(unranked, weightings)} too little is known`];
  const others = left.filter((each) => each !== false);
  return `${said.join(', ')}${others.length === 0 ? '' : `; ${others.join(', ')}`}.`;
}

export function wordPreset(preset: WeightPreset): string {
  switch (preset) {
    case 'adoption':
      return 'Adoption first';
    case 'quality':
      return 'Quality first';
    case 'ecosystem':
      return 'Ecosystem first';
    case 'freshness':
      return 'Fresh first';
    case 'equal':
      return 'All equal';
  }
}

export const wordMatchGraph = ({ countsMatchGraph }: Pick<ReaderSet, 'countsMatchGraph'>): string =>
  countsMatchGraph ? 'Your weights leave out the match graph, which the published rank counts.' : 'The match graph is not counted yet, for nobody.';
