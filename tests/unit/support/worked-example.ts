import { formatDay } from '../../../lib/format/day';
import { formatCount, joinWords } from '../../../lib/format/number';
import type { SignalScore } from '../../../lib/rank/rank';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { measure } from '../../../lib/rank/scale';
import { isRankedSignal, scoring } from '../../../lib/rank/scoring';
import { asOf } from './real-tools';

const two = (amount: number): string => amount.toFixed(2);
const range = (low: number, high: number): string => (two(low) === two(high) ? two(low) : `${two(low)} to ${two(high)}`);

function describeValue(tool: RankedTool, { signal, fact: key }: SignalScore): string {
  const value = tool.facts.find((fact) => fact.key === key)?.value;
  if (value === undefined || !isRankedSignal(signal)) return 'unknown';
  const { scale } = scoring[signal];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (scale.type === 'decay') return `${formatDay(String(value))}, ${measure(scale, value, asOf)} days`;
  if (scale.type === 'items') return `${measure(scale, value, asOf)} of ${scale.of.length}`;
  if (Array.isArray(value)) return joinWords(value);
  return typeof value === 'number' && Number.isInteger(value) ? formatCount(value) : String(value);
}

/** The tables of one worked example of lib/rank/README.md, as the code computes them. */
export function renderExample(tool: RankedTool): string {
  const { rank } = tool;
  const counted = rank.components.filter(({ signals }) => signals.length > 0);
  const signals = counted.flatMap(({ component, signals: all }) =>
    all.map(
      (signal) =>
        `| ${component} | ${signal.signal} | ${describeValue(tool, signal)} | ${two(signal.share)} | ${two(signal.points)} | ${range(signal.low, signal.high)} |`,
    ),
  );
  const components = counted.map(
    ({ component, weight, points, low, high, contribution }) =>
      `| ${component} | ${two(weight)} | ${two(points)} | ${range(low, high)} | ${two(contribution)} |`,
  );
  return [
    '| component | signal | value | share | points | range |',
    '| --- | --- | --- | --- | --- | --- |',
    ...signals,
    '',
    '| component | weight | points | range | contribution |',
    '| --- | --- | --- | --- | --- |',
    ...components,
    `| **rank** | | **${two(rank.total)}** | **${range(rank.low, rank.high)}** | coverage ${two(rank.coverage)}, ${rank.ranked ? 'ranked' : 'not ranked yet'} |`,
  ].join('\n');
}
