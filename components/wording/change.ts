import { type Signal, signals } from '../../lib/catalog/signals';
import type { StoredFact } from '../../lib/catalog/tool';
import { formatValue } from '../../lib/compare/cell';
import type { ChangeEvent, RankAnswer } from '../../lib/compare/change-log';
import type { Cause, RankState } from '../../lib/compare/tool-change';
import { formatDay } from '../../lib/format/day';
import { joinWords } from '../../lib/format/number';
import { listSignals } from './clause';

/** A change in words: what of, what it was and what it is. `was` is null where something came or went. */
export type WordedChange = { what: string; was: string | null; is: string };

type NameOf = (slug: string) => string;

/** `output price at OpenRouter (USD per 1M output tokens)`: inside a sentence. */
export function wordReading({ signal, conditions }: StoredFact): string {
  const { unit, type }: Signal = signals[signal];
  const place = Object.values(conditions ?? {}).join(', ');
  return `${listSignals([signal])}${place === '' ? '' : ` at ${place}`}${type === 'decimal' ? ` (${unit})` : ''}`;
}

export const wordAmount = ({ value, signal, notApplicable }: StoredFact): string => (value === undefined ? (notApplicable ?? '') : formatValue(value, signal));

function wordRank({ ranked, total, low, high }: RankState): string {
  if (!ranked) return 'not ranked yet';
  return low === high ? `${total}/100` : `${total}/100, between ${low} and ${high}`;
}

/** Who ranks higher, or why nobody does. */
function wordAnswer(answer: RankAnswer, nameOf: NameOf): string {
  switch (answer.type) {
    case 'higher':
      return `${nameOf(answer.slug)} ranks higher`;
    case 'tie':
      return `a tie between ${joinWords(answer.slugs.map(nameOf))}`;
    case 'none':
      return wordNone(answer.because);
  }
}

function wordNone(because: Extract<RankAnswer, { type: 'none' }>['because']): string {
  switch (because) {
    case 'not-ranked':
      return 'none, while not all of them were ranked';
    case 'different-formulas':
      return 'none, while they were of different kinds';
    case 'different-jobs':
      return 'none, while they were sorted into different jobs';
  }
}

export function wordChange(event: ChangeEvent, nameOf: NameOf): WordedChange {
  switch (event.kind) {
    case 'verdict':
      return { what: 'The answer on rank', was: wordAnswer(event.before, nameOf), is: wordAnswer(event.after, nameOf) };
    case 'rank':
      return { what: `${nameOf(event.slug)}, rank`, was: wordRank(event.before), is: wordRank(event.after) };
    case 'price':
      return { what: `${nameOf(event.slug)}, ${wordReading(event.after)}`, was: wordAmount(event.before), is: wordAmount(event.after) };
    case 'capability':
      return { what: `${nameOf(event.slug)}, capability`, was: null, is: `“${event.name}” ${event.change === 'listed' ? 'is listed' : 'is listed no more'}` };
  }
}

/** One cause of a moved rank. Facts are named by their signals; their values stand in the receipts. */
export function wordCause(cause: Cause): string {
  switch (cause.type) {
    case 'facts':
      return `other facts: ${listSignals(cause.signals.map(({ signal }) => signal))}`;
    case 'day':
      return `the day that scores take as today moved from ${formatDay(cause.before)} to ${formatDay(cause.after)}`;
    case 'formula':
      return `formula ${cause.after} replaced ${cause.before}`;
    case 'sorted':
      return 'it was sorted into another kind or category';
  }
}

/** The change as one line of text. */
export const joinChange = ({ what, was, is }: WordedChange): string => (was === null ? `${what}: ${is}` : `${what}: ${was} → ${is}`);
