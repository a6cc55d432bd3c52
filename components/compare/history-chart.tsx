import { signals } from '../../lib/catalog/signals';
import type { Sources } from '../../lib/catalog/tool';
import type { History } from '../../lib/compare/history';
import { daysBetween, formatDay } from '../../lib/format/day';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { FactReceipt } from '../receipt/fact-receipt';
import { Receipt } from '../receipt/receipt';
import { columnClass, toolOf } from './tool-of';

const [width, height, top, bottom, left, right] = [640, 180, 10, 24, 8, 170] as const;
const labelHeight = 16;

type Props = { history: History; tools: readonly RankedTool[]; sources: Sources };

/** How one signal went for the compared tools: a line each, named at its end, and every reading in the table below it. */
export function HistoryChart({ history, tools, sources }: Props) {
  const { label, unit } = signals[history.signal];
  return (
    <figure className="chart">
      <figcaption>
        <b>{label}</b> <span className="muted">{[unit, history.where].filter((part) => part !== null && part !== '').join(', ')}</span>
      </figcaption>
      <Lines history={history} tools={tools} />
      <details className="fold small">
        <summary>Every reading</summary>
        <Readings history={history} tools={tools} sources={sources} />
      </details>
    </figure>
  );
}

/** Label positions pushed apart, so that no two cover each other; in the order given. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed = new Array<number>(wanted.length).fill(0);
  let next = top;
  for (const { y, index } of order) {
    placed[index] = Math.max(y, next);
    next = (placed[index] ?? 0) + labelHeight;
  }
  const over = Math.max(0, next - labelHeight - (height - bottom));
  return placed.map((y) => y - over);
}

function Lines({ history, tools }: Omit<Props, 'sources'>) {
  const lines = history.lines.filter(({ readings }) => readings.length > 0);
  const readings = lines.flatMap((line) => line.readings);
  const days = readings.map(({ asOf }) => asOf).sort();
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const whole = Math.max(1, daysBetween(first, last) ?? 1);
  const most = Math.max(...readings.map(({ amount }) => amount)) || 1;
  const x = (day: string): number => Math.round(left + ((width - left - right) * (daysBetween(first, day) ?? 0)) / whole);
  const y = (amount: number): number => Math.round(height - bottom - ((height - top - bottom) * amount) / most);
  const labels = spread(lines.map((line) => y(line.readings.at(-1)?.amount ?? 0)));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Readings from ${formatDay(first)} to ${formatDay(last)}; the table below holds them all.`}>
      <path className="chart-axis" d={`M${left} ${height - bottom}H${width - right}`} />
      <text x={left} y={height - 6}>
        {formatDay(first)}
      </text>
      <text x={width - right} y={height - 6} textAnchor="end">
        {formatDay(last)}
      </text>
      {lines.map((line, index) => (
        <g key={line.slug} className={`chart-line chart-${history.lines.indexOf(line)}`}>
          <path d={line.readings.map(({ asOf, amount }, at) => `${at === 0 ? 'M' : 'L'}${x(asOf)} ${y(amount)}`).join('')} />
          {line.readings.map(({ asOf, amount }) => (
            <circle key={asOf} cx={x(asOf)} cy={y(amount)} r="3" />
          ))}
          <text x={width - right + 10} y={(labels[index] ?? 0) + 4} className="chart-label">
            {toolOf(tools, line.slug).name.slice(0, 22)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Readings({ history, tools, sources }: Props) {
  const days = [...new Set(history.lines.flatMap(({ readings }) => readings.map(({ asOf }) => asOf)))].sort();
  return (
    <div className="chart-table">
      <table className="facts">
        <thead>
          <tr>
            <th scope="col">Date</th>
            {history.lines.map(({ slug }, index) => (
              <th key={slug} scope="col" className={`num ${columnClass(index)}`}>
                {toolOf(tools, slug).name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{formatDay(day)}</th>
              {history.lines.map(({ slug, readings }) => {
                const tool = toolOf(tools, slug);
                const reading = readings.find(({ asOf }) => asOf === day);
                const fact = tool.facts.find(({ key }) => key === reading?.fact);
                return (
                  <td key={slug} className="num">
                    {reading && fact ? (
                      <Receipt
                        id={`reading-${fact.key}`}
                        shown={reading.text}
                        about={`${signals[history.signal].label} on ${formatDay(day)}, ${tool.name}`}
                        title={tool.name}
                      >
                        <FactReceipt fact={fact} sources={sources} withValue={false} />
                      </Receipt>
                    ) : (
                      <span className="muted">not read</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
