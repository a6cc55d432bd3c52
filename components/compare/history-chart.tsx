import { compareHref } from '../../lib/address/href';
import { signals } from '../../lib/catalog/signals';
import type { Sources } from '../../lib/catalog/tool';
import type { History } from '../../lib/compare/history';
import { daysBetween, formatDay } from '../../lib/format/day';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { FactReceipt } from '../receipt/fact-receipt';
import { Receipt } from '../receipt/receipt';
import { columnClass, toolOf } from './tool-of';

const [width, height, edge] = [480, 120, 6] as const;

type Props = { history: History; tools: readonly RankedTool[]; sources: Sources };

/** How one signal went for the compared tools: a line each, named at its end, and every reading in the table below it. */
export function HistoryChart({ history, tools, sources }: Props) {
  const { label, unit } = signals[history.signal];
  return (
    <figure className="chart">
      <figcaption>
        <b>{label}</b> <span className="muted">{[unit, history.where].filter((part) => part !== null && !label.toLowerCase().endsWith(part)).join(', ')}</span>
      </figcaption>
      <Lines history={history} tools={tools} />
      <details className="fold small">
        <summary>Every reading</summary>
        <Readings history={history} tools={tools} sources={sources} />
      </details>
    </figure>
  );
}

function Lines({ history, tools }: Omit<Props, 'sources'>) {
  const lines = history.lines.filter(({ readings }) => readings.length > 0);
  const readings = lines.flatMap((line) => line.readings);
  const days = readings.map(({ asOf }) => asOf).sort();
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const whole = Math.max(1, daysBetween(first, last) ?? 1);
  const most = Math.max(...readings.map(({ amount }) => amount)) || 1;
  const x = (day: string): number => Math.round(edge + ((width - 2 * edge) * (daysBetween(first, day) ?? 0)) / whole);
  const y = (amount: number): number => Math.round(height - edge - ((height - 2 * edge) * amount) / most);
  return (
    <>
      <ul className="chart-names small">
        {lines.map((line) => (
          <li key={line.slug} className={`chart-${history.lines.indexOf(line)}`}>
            <svg viewBox="0 0 24 8" aria-hidden="true" className="chart-line">
              <path d="M0 4H24" />
            </svg>{' '}
            {toolOf(tools, line.slug).name}: {line.readings[0]?.text}
            {line.readings.length > 1 && ` → ${line.readings.at(-1)?.text}`}
          </li>
        ))}
      </ul>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Readings from ${formatDay(first)} to ${formatDay(last)}; the table below holds them all.`}
      >
        <path className="chart-axis" d={`M0 ${height - edge}H${width}`} />
        {lines.map((line) => (
          <g key={line.slug} className={`chart-line chart-${history.lines.indexOf(line)}`}>
            <path d={line.readings.map(({ asOf, amount }, at) => `${at === 0 ? 'M' : 'L'}${x(asOf)} ${y(amount)}`).join('')} />
            {line.readings.map(({ asOf, amount }) => (
              <circle key={asOf} cx={x(asOf)} cy={y(amount)} r="3.5" />
            ))}
          </g>
        ))}
      </svg>
      <p className="chart-days tiny muted">
        <span>{formatDay(first)}</span>
        <span>{formatDay(last)}</span>
      </p>
    </>
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
                        report={{ tool: tool.slug, fact: fact.key, from: compareHref(tools.map(({ slug }) => slug)) }}
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
