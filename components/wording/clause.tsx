import type { ReactNode } from 'react';
import { type SignalId, signals } from '../../lib/catalog/signals';
import { componentNames } from '../../lib/compare/component-names';
import type { DecidingFact } from '../../lib/compare/deciding-fact';
import type { Flip } from '../../lib/compare/flip';
import type { RelationType } from '../../lib/compare/relation';
import type { Clause } from '../../lib/compare/verdict';
import { formatPercent, joinWords, namePoints, roundPoints } from '../../lib/format/number';
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
          <strong>{nameOf(clause.slug)} ranks higher</strong>, by {namePoints(clause.by)}: {printedRange(toolOf(clause.slug))}, against{' '}
          {joinWords(clause.over.map((slug) => `${nameOf(slug)} at ${printedRange(toolOf(slug))}`))}. The ranges do not overlap.
        </>
      );
    case 'tie':
      return (
        <>
          <strong>A tie on rank:</strong> the ranges of {joinWords(clause.slugs.map(nameOf))} overlap {wordOverlap(clause.overlap)}.
        </>
      );
    case 'flips':
      return clause.flips.length === 0
        ? 'No other weight of a single component changes that.'
        : `What would change that: ${clause.flips.map((flip) => wordFlip(flip, nameOf)).join('; ')}.`;
    case 'decided-by':
      return wordDecidingFact(clause.fact, nameOf);
    case 'different-formulas':
      return `${joinWords(clause.slugs.map(nameOf))} are of different kinds. Their ranks come from different formulas and are not held against each other.`;
    case 'not-ranked':
      return (
        <>
          <strong>{nameOf(clause.slug)} is not ranked yet:</strong> {formatPercent(Math.round(toolOf(clause.slug).rank.coverage * 100))} of the evidence is
          known, {formatPercent(minimumCoverage * 100)} is needed. Unknown: {listSignals(clause.missing)}.
        </>
      );
    case 'missing':
      return `Unknown for ${nameOf(clause.slug)}: ${listSignals(clause.missing)}.`;
  }
}

/** `34 % or more`: the weights up to which a flip holds. */
function wordWeights({ now, at, until }: Flip): string {
  if (at === until) return formatPercent(at);
  if (until === (at > now ? 100 : 0)) return `${formatPercent(at)} or ${at > now ? 'more' : 'less'}`;
  return `${Math.min(at, until)} to ${formatPercent(Math.max(at, until))}`;
}

function wordFlip(flip: Flip, nameOf: (slug: string) => string): string {
  const outcome = flip.winner === null ? 'it is a tie' : `${nameOf(flip.winner)} ranks higher`;
  return `${outcome} if ${lowerFirst(componentNames[flip.component].label)} weighs ${wordWeights(flip)} instead of ${formatPercent(flip.now)}`;
}

function wordDecidingFact({ slug, signal, state, ifGood, ifBad }: DecidingFact, nameOf: (slug: string) => string): ReactNode {
  const end = (winner: string | null): string => (winner === null ? 'it stays a tie' : `${nameOf(winner)} ranks higher`);
  return (
    <>
      <strong>One fact could settle it:</strong> “{listSignals([signal])}” of {nameOf(slug)} is {wordState(state)}. At the good end of what is plausible{' '}
      {end(ifGood)}, at the bad end {end(ifBad)}.
    </>
  );
}

function wordState(state: DecidingFact['state']): string {
  switch (state) {
    case 'unknown':
      return 'unknown';
    case 'estimated':
      return 'only estimated, from another test';
    case 'outdated':
      return 'read too long ago';
  }
}

const wordOverlap = ({ low, high }: { low: number; high: number }): string => (low === high ? `at ${low}` : `from ${low} to ${high}`);

function wordDifferentJobs(relation: Exclude<RelationType, 'rivals'>): string {
  switch (relation) {
    case 'runs-on':
    case 'used-together':
      return 'They go together, so the question is not which one: pick each for its part.';
    case 'unrelated':
      return 'They do different jobs, so neither is the better one: pick by the job.';
  }
}
