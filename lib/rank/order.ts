import { roundPoints } from '../format/number';
import type { Range } from './rank';

export type Ordered = Range & { slug: string; total: number };

/** Who ranks higher. It is decided on points as they are printed, so words and figures never disagree. */
export type Order =
  | { kind: 'higher'; slug: string; over: readonly string[]; by: number }
  /** Ranges overlap: no one of these ranks higher. */
  | { kind: 'tie'; slugs: readonly string[]; overlap: Range };

/** The order of tools of one formula; the order in which they are given changes nothing. Null for fewer than two. */
export function decideOrder(tools: readonly Ordered[]): Order | null {
  const ranges = tools.map(({ slug, total, low, high }) => ({ slug, total: roundPoints(total), low: roundPoints(low), high: roundPoints(high) }));
  const [top, next] = ranges.sort((a, b) => b.low - a.low || b.total - a.total || (a.slug < b.slug ? -1 : 1));
  if (!top || !next) return null;
  const close = ranges.filter((each) => each !== top && each.high >= top.low);
  if (close.length === 0) {
    const over = ranges.filter((each) => each !== top);
    return { kind: 'higher', slug: top.slug, over: over.map((each) => each.slug).sort(), by: top.total - Math.max(...over.map((each) => each.total)) };
  }
  const tied = [top, ...close];
  const overlap = { low: Math.max(...tied.map((each) => each.low)), high: Math.min(...tied.map((each) => each.high)) };
  return { kind: 'tie', slugs: tied.map((each) => each.slug).sort(), overlap };
}
