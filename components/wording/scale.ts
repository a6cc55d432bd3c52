import { formatCount, joinWords } from '../../lib/format/number';
import type { Scale } from '../../lib/rank/scale';
import type { Scoring } from '../../lib/rank/scoring';
import type { Substitute } from '../../lib/rank/substitutes';

/** How a scale turns a value into points, with its anchors. */
export function wordScale(scale: Scale): string {
  switch (scale.type) {
    case 'log':
      return `${formatCount(scale.zero)} or fewer → 0 points, ${formatCount(scale.full)} → 100, logarithmic`;
    case 'linear':
      return `${scale.zero} → 0 points, ${scale.full} → 100, linear`;
    case 'decay':
      return `${formatCount(scale.full)} days or fewer → 100 points, ${formatCount(scale.zero)} days → 0, logarithmic`;
    case 'flag':
      return 'yes → 100 points, no → 0';
    case 'items':
      return `an equal part of 100 points for each of ${joinWords(scale.of.map((item) => item.replaceAll('_', ' ')))}`;
    case 'length':
      return `${scale.zero} listed → 0 points, ${scale.full} → 100, linear`;
  }
}

/** An amount on a scale, with what it counts. */
export function wordAmount(scale: Scale, amount: number): string {
  switch (scale.type) {
    case 'log':
      return formatCount(amount);
    case 'linear':
      return String(amount);
    case 'decay':
      return `${formatCount(amount)} days`;
    case 'flag':
      return amount === 0 ? 'no' : 'yes';
    case 'items':
    case 'length':
      return `${amount} listed`;
  }
}

/** What happens to a reading that is old; empty where nothing does. */
export function wordFreshness({ freshFor }: Scoring): string {
  return freshFor === undefined
    ? ''
    : `A reading that is more than ${freshFor} days old enters as if nothing had happened since, and opens the range to the best that is plausible.`;
}

/** The fit of a substitute as a formula, x being what is known, and what it misses by. */
export function wordFit({ intercept, slope, misses }: Substitute): string {
  return `${intercept} + ${slope} x, missing by ${misses.worst} to +${misses.best}`.replaceAll('-', '−');
}
