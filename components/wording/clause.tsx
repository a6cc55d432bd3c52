import type { ReactNode } from 'react';
import { type SignalId, signals } from '../../lib/catalog/signals';
import type { RelationType } from '../../lib/compare/relation';
import type { Clause } from '../../lib/compare/verdict';
import { joinWords, roundPoints } from '../../lib/format/number';
import { lowerFirst } from '../../lib/format/words';
import { minimumCoverage } from '../../lib/rank/formula';
import type { RankedTool } from '../../lib/rank/ranked-tool';

/** Names of signals inside a sentence: lower case, but for words that are names themselves. */
export function listSignals(ids: readonly SignalId[]): string {
  return joinWords(
    ids.map((id) =>
      /^(GitHub|Hugging|MTEB|LMArena|GPQA|Artificial|Terminal|Aider|API)/.test(signals[id].label) ? signals[id].label : lowerFirst(signals[id].label),
    ),
  );
}

const printedRange = ({ rank }: RankedTool): string => {
  const [low, high] = [roundPoints(rank.low), roundPoints(rank.high)];
  return low === high ? `${roundPoints(rank.total)}` : `${roundPoints(rank.total)}, between ${low} and ${high}`;
};

/** One statement of the answer as a sentence. `nameOf` and `toolOf` know the tools of the comparison. */
export function wordClause(clause: Clause, toolOf: (slug: string) => RankedTool): ReactNode {
  const nameOf = (slug: string): string => toolOf(slug).name;
  switch (clause.kind) {
    case 'different-jobs':
      return wordDifferentJobs(clause.relation);
    case 'pick':
      return (
        <>
          Pick <strong>{nameOf(clause.slug)}</strong> for {clause.for}.
        </>
      );
    case 'ranks-higher':
      return (
        <>
          <strong>{nameOf(clause.slug)} ranks higher</strong>, by {clause.by} {clause.by === 1 ? 'point' : 'points'}: {printedRange(toolOf(clause.slug))},
          against {joinWords(clause.over.map((slug) => `${nameOf(slug)} at ${printedRange(toolOf(slug))}`))}. The ranges do not overlap.
        </>
      );
    case 'tie':
      return (
        <>
          <strong>A tie on rank:</strong> the ranges of {joinWords(clause.slugs.map(nameOf))} overlap {wordOverlap(clause.overlap)}.
        </>
      );
    case 'different-formulas':
      return `${joinWords(clause.slugs.map(nameOf))} are of different kinds. Their ranks come from different formulas and are not held against each other.`;
    case 'not-ranked':
      return (
        <>
          <strong>{nameOf(clause.slug)} is not ranked yet:</strong> {Math.round(toolOf(clause.slug).rank.coverage * 100)} % of the evidence is known,{' '}
          {minimumCoverage * 100} % is needed. Unknown: {listSignals(clause.missing)}.
        </>
      );
    case 'missing':
      return `Unknown for ${nameOf(clause.slug)}: ${listSignals(clause.missing)}.`;
  }
}

const wordOverlap = ({ low, high }: { low: number; high: number }): string => (low === high ? `at ${low}` : `from ${low} to ${high}`);

function wordDifferentJobs(relation: Exclude<RelationType, 'rivals'>): string {
  switch (relation) {
    case 'runs-on':
    case 'used-together':
      return 'They are used together, so the question is not which one: pick each for its part.';
    case 'unrelated':
      return 'They do different jobs, so neither is the better one: pick by the job.';
  }
}
