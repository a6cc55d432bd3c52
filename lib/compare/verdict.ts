import type { SignalId } from '../catalog/signals';
import { decideOrder } from '../rank/order';
import type { Range } from '../rank/rank';
import type { RankedTool } from '../rank/ranked-tool';
import { type DecidingFact, findDecidingFact } from './deciding-fact';
import { type Flip, findFlips } from './flip';
import type { RelationType } from './relation';
import type { Row, RowId } from './row';

/** One statement of the answer. Every one of them rests on rows of the table: see `findClauseRows`. */
export type Clause =
  /** The tools do different jobs, so there is no winner among them. */
  | { kind: 'different-jobs'; relation: Exclude<RelationType, 'rivals'> }
  /** What a tool is for, and the rows on which it leads. */
  | { kind: 'pick'; slug: string; for: string; leads: readonly RowId[] }
  | { kind: 'ranks-higher'; slug: string; over: readonly string[]; by: number }
  /** Ranges overlap: no one of these ranks higher. */
  | { kind: 'tie'; slugs: readonly string[]; overlap: Range }
  /** At which weight of a single component the ranks come out otherwise; empty: at none. */
  | { kind: 'flips'; flips: readonly Flip[] }
  /** The fact that would end a tie, and the row on which it is missing. */
  | { kind: 'decided-by'; fact: DecidingFact; row: RowId }
  /** Ranks of different kinds come from different formulas and are not held against each other. */
  | { kind: 'different-formulas'; slugs: readonly string[] }
  | { kind: 'not-ranked'; slug: string; missing: readonly SignalId[] }
  | { kind: 'missing'; slug: string; missing: readonly SignalId[] };

/** The rows of the table that a clause rests on; never empty. */
export function findClauseRows(clause: Clause): readonly RowId[] {
  switch (clause.kind) {
    case 'different-jobs':
      return ['type'];
    case 'pick':
      return clause.leads.length > 0 ? clause.leads : ['capabilities'];
    case 'flips':
      return clause.flips.length > 0 ? [...new Set(clause.flips.map(({ component }) => component))] : ['rank'];
    case 'decided-by':
      return [clause.row];
    case 'ranks-higher':
    case 'tie':
    case 'different-formulas':
    case 'not-ranked':
    case 'missing':
      return ['rank'];
  }
}

/** The fact that would end the tie; it is missing on its own row, or in the component where it has none. */
function findWayOut(tools: readonly RankedTool[], rows: readonly Row[]): Clause[] {
  const fact = findDecidingFact(tools);
  return fact === null ? [] : [{ kind: 'decided-by', fact, row: rows.some(({ id }) => id === fact.signal) ? fact.signal : fact.component }];
}

function decideRank(tools: readonly RankedTool[], rows: readonly Row[]): Clause[] {
  if (tools.some((tool) => !tool.rank.ranked)) return [];
  if (new Set(tools.map((tool) => tool.kind)).size > 1) return [{ kind: 'different-formulas', slugs: tools.map((tool) => tool.slug) }];
  const order = decideOrder(tools.map(({ slug, rank: { total, low, high } }) => ({ slug, total, low, high })));
  if (order === null) return [];
  const flips = findFlips(tools);
  const change: Clause[] = flips === null ? [] : [{ kind: 'flips', flips }];
  return order.kind === 'tie' ? [order, ...change, ...findWayOut(tools, rows)] : [{ ...order, kind: 'ranks-higher' }, ...change];
}

/** The answer of a comparison, in the order it is read: what each is for, who ranks higher or that it is a tie, what would change that, what is missing. */
export function decideVerdict(tools: readonly RankedTool[], rows: readonly Row[], relation: RelationType): Clause[] {
  const apart: Clause[] = relation === 'rivals' ? [] : [{ kind: 'different-jobs', relation }];
  const picks = tools.map(
    (tool): Clause => ({
      kind: 'pick',
      slug: tool.slug,
      for: tool.pickFor,
      leads: rows.filter((row) => row.lead?.slug === tool.slug).map((row) => row.id),
    }),
  );
  const unranked = tools.filter((tool) => !tool.rank.ranked).map((tool): Clause => ({ kind: 'not-ranked', slug: tool.slug, missing: tool.rank.missing }));
  const gaps = tools
    .filter((tool) => tool.rank.ranked && tool.rank.missing.length > 0)
    .map((tool): Clause => ({ kind: 'missing', slug: tool.slug, missing: tool.rank.missing }));
  return [...apart, ...picks, ...(relation === 'rivals' ? decideRank(tools, rows) : []), ...unranked, ...gaps];
}
