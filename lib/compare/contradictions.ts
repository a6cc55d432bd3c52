import { roundPoints } from '../format/number';
import { findWeights } from '../rank/match-graph';
import type { Comparison } from './compare';
import { type Flip, makeWinnerAt } from './flip';
import { findClauseRows } from './verdict';

/** A flip is checked by weighing once more on either side of it. */
function checkFlip(tools: Comparison['tools'], { component, now, at, winner }: Flip): string[] {
  const [first] = tools;
  if (first === undefined) return [];
  const winnerAt = makeWinnerAt(tools, findWeights(first), component);
  const before = at > now ? at - 1 : at + 1;
  return winnerAt(at) === winner && winnerAt(before) !== winner ? [] : [`A weight of ${at} % for ${component} does not change the order as is said.`];
}

/** Where a verdict says what its table does not, one sentence each; empty for an honest comparison. */
export function findContradictions({ tools, rows, verdict, relation }: Comparison): string[] {
  const shown = new Set(rows.map((row) => row.id));
  const slugs = new Set(tools.map((tool) => tool.slug));
  const found: string[] = [];
  for (const clause of verdict) {
    for (const id of findClauseRows(clause)) if (!shown.has(id)) found.push(`The clause ${clause.kind} rests on the row ${id}, which is not in the table.`);
    if (clause.kind === 'flips') found.push(...clause.flips.flatMap((flip) => checkFlip(tools, flip)));
    if (clause.kind !== 'ranks-higher') continue;
    const winner = tools.find((tool) => tool.slug === clause.slug);
    const reached = tools.some((tool) => tool !== winner && winner && roundPoints(tool.rank.high) >= roundPoints(winner.rank.low));
    if (reached) found.push(`${clause.slug} is said to rank higher although its range overlaps another.`);
    if (relation !== 'rivals') found.push(`${clause.slug} is said to rank higher among tools that do different jobs.`);
  }
  for (const { id, cells, lead } of rows) {
    if (lead === null) continue;
    if (!slugs.has(lead.slug) || !slugs.has(lead.over) || lead.slug === lead.over) found.push(`The lead on ${id} names tools that are not compared.`);
    if (cells.some((cell) => cell.state !== 'value')) found.push(`A tool leads on ${id} although another has no value there.`);
    const texts = tools.flatMap((tool, index) => {
      const cell = cells[index];
      return cell?.state === 'value' && (tool.slug === lead.slug || tool.slug === lead.over) ? [cell.text] : [];
    });
    if (new Set(texts).size < texts.length) found.push(`${lead.slug} leads on ${id} although both cells read the same.`);
  }
  return found;
}
