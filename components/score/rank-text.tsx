import { roundPoints } from '../../lib/format/number';
import type { Range } from '../../lib/rank/rank';

type Scored = Range & { total: number; ranked: boolean };

/** `64/100` with its range, or that there is no rank yet. */
export function RankText({ total, low, high, ranked }: Scored) {
  if (!ranked) return <span className="muted">not ranked yet</span>;
  return (
    <>
      <b>{roundPoints(total)}/100</b>
      <RangeText low={low} high={high} />
    </>
  );
}

/** The range in brackets after a value; nothing where it has no width. */
export function RangeText(range: Range) {
  const text = wordRange(range);
  return text === '' ? null : <span className="muted"> {text}</span>;
}

/** The range as printed; a width of zero says that nothing is missing. */
function wordRange({ low, high }: Range): string {
  const [from, to] = [roundPoints(low), roundPoints(high)];
  return from === to ? '' : `(${from}–${to})`;
}
