import type { ValueType } from '../catalog/signals';
import { formatCount, formatScore, formatShare, namePoints } from '../format/number';
import { formatUsd } from '../format/price';
import type { Cell, Lead, Undecided } from './row';

/** What of a row decides: amounts on one scale, and how uncertain each one is. */
export type Contest = {
  slugs: readonly string[];
  cells: readonly Cell[];
  better: 'higher' | 'lower' | null;
  sameConditions: boolean;
  /** The interval of each amount; null where it is exact. */
  intervals: readonly (readonly [number, number] | null)[];
  /** Words for the distance between the leader and the next. */
  describe: (ahead: number, behind: number) => string;
};

type Decision = { lead: Lead | null; undecided: Undecided | null };
const none = (undecided: Undecided): Decision => ({ lead: null, undecided });

/** The tool that leads on a row, or why none does. A lead needs a value of every tool, the same conditions and intervals apart. */
export function decideLead(contest: Contest): Decision {
  const { slugs, cells, better, sameConditions, intervals, describe } = contest;
  if (better === null) return none('no-direction');
  if (cells.some((cell) => cell.state === 'not-applicable')) return none('not-applicable');
  const rivals = cells.flatMap((cell, index) => {
    const slug = slugs[index];
    if (cell.state !== 'value' || cell.amount === null || slug === undefined) return [];
    const [low, high] = intervals[index] ?? [cell.amount, cell.amount];
    return [{ slug, amount: cell.amount, text: cell.text, low, high }];
  });
  if (cells.some((cell) => cell.state === 'unknown')) return none('unknown');
  if (rivals.length < cells.length || !sameConditions) return none('other-conditions');
  const sign = better === 'higher' ? -1 : 1;
  const [first, second] = rivals.sort((a, b) => sign * (a.amount - b.amount) || (a.slug < b.slug ? -1 : 1));
  if (!first || !second) return none('unknown');
  if (first.amount === second.amount || first.text === second.text) return none('equal');
  const apart = (other: { low: number; high: number }): boolean => (better === 'higher' ? first.low > other.high : first.high < other.low);
  if (!rivals.every((each) => each === first || apart(each))) return none('within-error');
  return { lead: { slug: first.slug, over: second.slug, difference: describe(first.amount, second.amount) }, undecided: null };
}

/** `2.8 ×` for a ratio of counts; nothing where it would print as 1.0. */
function describeRatio(more: number, less: number): string {
  if (less <= 0) return '';
  const ratio = more / less;
  return ratio >= 1.05 ? `${ratio >= 100 ? Math.round(ratio).toLocaleString('en-US') : ratio.toFixed(1)} ×` : '';
}

/** Points as they are said: what is there never prints as nothing. */
function describePoints(points: number): string {
  const text = formatScore(points);
  return namePoints(text === '0' ? 'under 0.01' : text);
}

/** `$2.70 less (90 % lower)`; the share is left out where it would print as zero. */
function describePrices(ahead: number, behind: number): string {
  const distance = formatUsd(Math.max(Math.abs(ahead - behind), 1e-12).toFixed(12));
  if (ahead > behind) return `${distance} more`;
  const share = formatShare((behind - ahead) / behind);
  return share === '0 %' ? `${distance} less` : `${distance} less (${share} lower)`;
}

/** The distance between two values of a signal, in the words of its type: `57,445 more (2.8 ×)`, `$2.70 less (90 % lower)`. */
export function describeDifference(type: ValueType, ahead: number, behind: number): string {
  if (ahead === behind) return 'equal';
  const distance = Math.abs(ahead - behind);
  const [word, more, less] = ahead > behind ? ['more', ahead, behind] : ['less', behind, ahead];
  switch (type) {
    case 'decimal':
      return describePrices(ahead, behind);
    case 'share':
      return `${describePoints(distance * 100)} ${word}`;
    case 'count': {
      const ratio = describeRatio(more, less);
      return `${formatCount(distance)} ${word}${ratio === '' ? '' : ` (${ratio})`}`;
    }
    case 'score':
      return `${describePoints(distance)} ${word}`;
    case 'flag':
      return ahead > behind ? 'yes against no' : 'no against yes';
    case 'date':
    case 'text':
    case 'list':
      return word;
  }
}
