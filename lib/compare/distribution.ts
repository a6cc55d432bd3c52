import type { RankedTool } from '../rank/ranked-tool';
import { compareTools } from './compare';

/** How the comparisons of some pairs come out; counts of pairs. */
export type Distribution = {
  pairs: number;
  rankWinner: number;
  tie: number;
  notRanked: number;
  differentFormulas: number;
  differentJobs: number;
  twoLeads: number;
  noLead: number;
};

const nothing: Distribution = { pairs: 0, rankWinner: 0, tie: 0, notRanked: 0, differentFormulas: 0, differentJobs: 0, twoLeads: 0, noLead: 0 };

/** What share of pairs DESIGN asks for: rivals people look for must have something said of them, and ranks must part some. */
export const distributionAims = { twoLeads: 0.7, rankWinner: 0.4 } as const;

/** The days do not matter to a verdict: no clause rests on the counts. */
const anyDay = { since: '1970-01-01', until: '1970-01-01' };

/** Counts the verdicts of these pairs. */
export function countVerdicts(pairs: Iterable<readonly [RankedTool, RankedTool]>): Distribution {
  const counts = { ...nothing };
  for (const pair of pairs) {
    const { rows, verdict } = compareTools(pair, anyDay);
    const kinds = new Set(verdict.map((clause) => clause.kind));
    const leads = rows.filter((row) => row.lead !== null).length;
    counts.pairs += 1;
    counts.rankWinner += Number(kinds.has('ranks-higher'));
    counts.tie += Number(kinds.has('tie'));
    counts.notRanked += Number(kinds.has('not-ranked'));
    counts.differentFormulas += Number(kinds.has('different-formulas'));
    counts.differentJobs += Number(kinds.has('different-jobs'));
    counts.twoLeads += Number(leads >= 2);
    counts.noLead += Number(leads === 0);
  }
  return counts;
}
