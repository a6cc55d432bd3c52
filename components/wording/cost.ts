import type { Growing } from '../../lib/address/workload';
import type { Change, CostAt } from '../../lib/compare/crossover';
import { compareSums, type Gap, type Meter } from '../../lib/compare/workload';
import { formatCount, formatPercent, joinWords } from '../../lib/format/number';
import { formatSum, formatUsd } from '../../lib/format/price';

type NameOf = (slug: string) => string;

export function wordMeter(meter: Meter): string {
  switch (meter) {
    case 'input':
      return 'input';
    case 'cache-read':
      return 'cached input';
    case 'cache-write':
      return 'writing to the cache';
    case 'output':
      return 'output';
  }
}

/** Completes "cannot be computed because …". */
export function wordGap(gap: Gap): string {
  switch (gap.kind) {
    case 'no-price':
      return `no price of ${gap.host} for ${wordMeter(gap.meter)} is known`;
    case 'prompt-too-long':
      return `the price of ${gap.host} holds for prompts of up to ${formatCount(gap.limit)} tokens`;
    case 'no-output':
      return 'it writes no text, and output was asked for';
    case 'no-model':
      return 'no model is picked for it';
    case 'self-hosted':
      return `it is free to run but you supply ${gap.supply}, which is not free`;
    case 'other-unit':
      return `it is priced by another unit (${gap.unit}), not by tokens`;
    case 'subscription':
      return `it is sold by subscription${gap.usdPerMonth === null ? '' : ` (${formatUsd(gap.usdPerMonth)} a month)`}, and no source says how many tokens that includes`;
    case 'free-tier':
      return 'beyond its free tier no price is known';
    case 'not-sold':
      return gap.why;
    case 'unknown':
      return 'no source gives a price';
  }
}

export function wordGrowing(by: Growing): string {
  switch (by) {
    case 'input':
      return 'input tokens a call';
    case 'output':
      return 'output tokens a call';
    case 'cached':
      return '% of the input cached';
    case 'calls':
      return 'calls a day';
  }
}

/** Which costs least, by how much; nobody where one of the costs is unknown. */
export function wordCheapest(costs: readonly CostAt[], nameOf: NameOf): string {
  const known = costs.flatMap(({ slug, cost }) => (cost.kind === 'cost' ? [{ slug, usd: cost.usd }] : []));
  if (known.length < costs.length) {
    const open = costs.filter(({ cost }) => cost.kind === 'unknown').map(({ slug }) => nameOf(slug));
    return `Which costs least cannot be said: the cost of ${joinWords(open)} is unknown.`;
  }
  const [first, ...rest] = [...known].sort((a, b) => compareSums(a.usd, b.usd));
  if (first === undefined) return '';
  const same = rest.filter(({ usd }) => compareSums(usd, first.usd) === 0).map(({ slug }) => nameOf(slug));
  if (same.length > 0) return `${joinWords([nameOf(first.slug), ...same])} cost the same: ${formatSum(first.usd)} a month.`;
  const [next] = rest;
  const least = `${nameOf(first.slug)} costs least: ${formatSum(first.usd)} a month`;
  if (next === undefined) return `${least}.`;
  const less = Math.round((1 - Number(first.usd) / Number(next.usd)) * 100);
  return `${least}, ${less === 0 ? `under ${formatPercent(1)}` : formatPercent(less)} less than ${nameOf(next.slug)}.`;
}

/** Where the cheaper one changes: `Up to 3,000 input tokens a call B costs least, beyond it A; at 3,000 both cost the same.` */
export function wordChange({ at, equal, from, to }: Change, by: Growing, nameOf: NameOf): string {
  const names = (slugs: readonly string[]): string => joinWords(slugs.map(nameOf));
  const least = from.length === 1 ? 'costs' : 'cost';
  return `Up to ${formatCount(at)} ${wordGrowing(by)} ${names(from)} ${least} least, beyond it ${names(to)}${equal ? '; there they cost the same' : ''}.`;
}
