import { expect } from 'vitest';
import { type Comparison, compareTools } from '../../../lib/compare/compare';
import type { Row } from '../../../lib/compare/row';
import { findClauseRows } from '../../../lib/compare/verdict';
import { roundPoints } from '../../../lib/format/number';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { counted } from './a-tool';

/** A difference that says nothing although it claims to be one. */
const empty = /^(\$0\.00|0|0 %) |^0 points|\(0 %|NaN|e-\d|undefined|^$/;

function* judgeRow(row: Row, tools: readonly RankedTool[]): Generator<string> {
  if (row.cells.length !== tools.length) yield `${row.id} has a cell too many or too few`;
  if ((row.lead === null) === (row.undecided === null)) yield `${row.id} has neither a lead nor a reason, or both`;
  if (row.lead === null) return;
  const { slug, over, difference } = row.lead;
  const [first, second] = [slug, over].map((each) => row.cells[tools.findIndex((tool) => tool.slug === each)]);
  if (row.cells.some((cell) => cell.state !== 'value' || cell.amount === null)) yield `${row.id} is decided without a value of every tool`;
  if (first?.state !== 'value' || second?.state !== 'value' || slug === over) {
    yield `${row.id} leads with a tool that is not compared`;
    return;
  }
  if (first.text === second.text) yield `${row.id} is decided by equal values`;
  const ahead = first.amount ?? Number.NaN;
  const beaten = row.cells.every(
    (cell) => cell === first || (cell.state === 'value' && (row.better === 'lower' ? ahead < (cell.amount ?? -1) : ahead > (cell.amount ?? Number.MAX_VALUE))),
  );
  if (!beaten) yield `the lead on ${row.id} is no lead`;
  if (empty.test(difference)) yield `${row.id} says the difference "${difference}"`;
}

function* judgeRank({ tools, relation, verdict, rows }: Comparison): Generator<string> {
  const higher = verdict.find((clause) => clause.kind === 'ranks-higher');
  const tie = verdict.find((clause) => clause.kind === 'tie');
  const mayWin = relation === 'rivals' && new Set(tools.map((tool) => tool.kind)).size === 1 && tools.every((tool) => tool.rank.ranked);
  if (higher) {
    const low = roundPoints(tools.find((tool) => tool.slug === higher.slug)?.rank.low ?? Number.NaN);
    if (higher.by < 1) yield `the winner is ahead by ${higher.by}`;
    if ([higher.slug, ...higher.over].sort().join() !== tools.map((tool) => tool.slug).join()) yield 'the winner is not held against all others';
    if (!tools.every((tool) => tool.slug === higher.slug || low > roundPoints(tool.rank.high))) yield 'ranges that overlap name a winner';
  }
  if ((higher?.slug ?? null) !== (rows.find((row) => row.id === 'rank')?.lead?.slug ?? null)) yield 'the row of the rank and the verdict disagree';
  if (!mayWin && (higher || tie)) yield 'ranks that cannot be held against each other are';
  if (mayWin && Boolean(higher) === Boolean(tie)) yield 'rivals are neither apart nor tied, or both';
  if (tie && (tie.slugs.length < 2 || tie.overlap.low > tie.overlap.high)) yield 'a tie without an overlap';
}

function* judge(comparison: Comparison): Generator<string> {
  const { tools, rows, verdict } = comparison;
  const slugs = tools.map((tool) => tool.slug);
  if (slugs.join() !== [...slugs].sort().join()) yield 'the tools are not in the order of their slugs';
  const ids = new Set(rows.map((row) => row.id));
  if (ids.size < rows.length) yield 'a row occurs twice';
  for (const row of rows) yield* judgeRow(row, tools);
  for (const clause of verdict) {
    const rested = findClauseRows(clause);
    if (rested.length === 0 || rested.some((id) => !ids.has(id))) yield `${clause.kind} rests on no row, or on one that is not there`;
    if ('slug' in clause && !slugs.includes(clause.slug)) yield `${clause.kind} names a tool that is not compared`;
  }
  const claimed = verdict.flatMap((clause) => (clause.kind === 'pick' ? clause.leads.map((id) => `${clause.slug} ${id}`) : []));
  const led = rows.flatMap((row) => (row.lead === null ? [] : [`${row.lead.slug} ${row.id}`]));
  if (claimed.sort().join() !== led.sort().join()) yield 'the picks claim other leads than the rows have';
  yield* judgeRank(comparison);
}

/** Holds the verdict rules of DESIGN.md §5 over one comparison, in both orders of its tools. */
export function checkComparison(given: readonly RankedTool[]): void {
  const comparison = compareTools(given, counted);
  const names = comparison.tools.map((tool) => tool.slug).join(' and ');
  const problems = [...judge(comparison)];
  if (JSON.stringify(compareTools([...given].reverse(), counted)) !== JSON.stringify(comparison))
    problems.push('swapping the tools changes more than their order');
  expect(problems, names).toEqual([]);
}
