import { type Signal, signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { findReadings, type Reading } from '../../lib/compare/history';
import { daysBetween, formatDay } from '../../lib/format/day';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { FactReceipt } from '../receipt/fact-receipt';
import { Receipt } from '../receipt/receipt';

const [width, height, edge] = [120, 32, 3];

/** A step for every reading: the value holds until the next one is taken. */
function drawSteps(readings: readonly Reading[]): string {
  const first = readings[0]?.asOf ?? '';
  const days = readings.map(({ asOf }) => daysBetween(first, asOf) ?? 0);
  const amounts = readings.map(({ amount }) => amount);
  const [low, high, last] = [Math.min(...amounts), Math.max(...amounts), Math.max(1, ...days)];
  const x = (day: number): number => Math.round((edge + ((width - 2 * edge) * day) / last) * 10) / 10;
  const y = (amount: number): number => Math.round((height - edge - (height - 2 * edge) * (high === low ? 0.5 : (amount - low) / (high - low))) * 10) / 10;
  return readings.map(({ amount }, index) => (index === 0 ? `M${x(0)} ${y(amount)}` : `H${x(days[index] ?? 0)}V${y(amount)}`)).join('');
}

/** The history of a signal under the conditions of one fact: a small line, its ends in words, and every reading with its receipt. */
export function HistoryLine({ tool, fact, sources }: { tool: RankedTool; fact: StoredFact; sources: Sources }) {
  const readings = findReadings(tool.facts, fact);
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || readings.length < 2 || last.asOf !== fact.asOf) return null;
  return (
    <details className="history">
      <summary>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <path d={drawSteps(readings)} />
        </svg>
        <span className="tiny muted">
          {first.text} on {formatDay(first.asOf)} → {last.text} on {formatDay(last.asOf)}
        </span>
      </summary>
      <ul className="tiny">
        {readings.map((reading) => (
          <li key={reading.asOf}>
            {formatDay(reading.asOf)}: <ReadingReceipt reading={reading} tool={tool} sources={sources} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ReadingReceipt({ reading, tool, sources }: { reading: Reading; tool: RankedTool; sources: Sources }) {
  const fact = tool.facts.find(({ key }) => key === reading.fact);
  if (!fact) return reading.text;
  const { label }: Signal = signals[fact.signal];
  return (
    <Receipt
      id={`reading-${fact.key}`}
      shown={reading.text}
      about={`${label} on ${formatDay(reading.asOf)}, ${tool.name}`}
      title={label}
      report={{ tool: tool.slug, fact: fact.key }}
    >
      <FactReceipt fact={fact} sources={sources} withValue={false} />
    </Receipt>
  );
}
