import type { CSSProperties } from 'react';
import type { Bar } from '../../lib/compare/row';

/**
 * A score on a visible 0–100 track: a bar to the value, a whisker over the range and a tick at the value.
 * Unknown is hatched. The words beside it say the same, so it is hidden from screen readers.
 */
export function ScoreBar({ bar, leads = false }: { bar: Bar | null; leads?: boolean }) {
  if (bar === null || bar.points === null) {
    return (
      <span className="bar bar-unknown" aria-hidden="true" style={bar === null ? undefined : marks({ '--lo': bar.low, '--hi': bar.high })}>
        {bar !== null && bar.high > bar.low && <i className="bar-range" />}
      </span>
    );
  }
  return (
    <span className={leads ? 'bar bar-leads' : 'bar'} aria-hidden="true" style={marks({ '--p': bar.points, '--lo': bar.low, '--hi': bar.high })}>
      <i className="bar-fill" />
      {bar.high > bar.low && <i className="bar-range" />}
      <i className="bar-tick" />
    </span>
  );
}

function marks(points: Readonly<Record<`--${string}`, number>>): CSSProperties {
  return Object.fromEntries(Object.entries(points).map(([name, amount]) => [name, String(Math.round(amount * 10) / 10)]));
}
