import { type Growing, growing, type Workload } from '../../lib/address/workload';
import { type Crossover, costAt, findCheapest } from '../../lib/compare/crossover';
import type { ReaderSet } from '../../lib/compare/reader-set';
import type { PricedModel } from '../../lib/compare/workload';
import { formatCount, joinWords } from '../../lib/format/number';
import { formatSum } from '../../lib/format/price';
import { wordChange, wordGap, wordGrowing } from '../wording/cost';
import { findName } from './find-name';

const [width, height, edge] = [480, 160, 8] as const;

type Props = { set: ReaderSet; workload: Workload; model: PricedModel | null; crossover: Crossover; change: (by: Growing) => void };

/** How the costs go as one quantity grows: a straight line a tool, where the cheapest changes, and all of it in the table below. */
export function CrossoverChart({ set, workload, model, crossover, change }: Props) {
  const { tools, left, changes, end } = crossover;
  const { by } = workload;
  const name = findName(set);
  // Whose cost is unknown as it is has been said above.
  const known = new Set(costAt(set.tools, workload, workload[by], model).flatMap(({ slug, cost }) => (cost.kind === 'cost' ? [slug] : [])));
  if (known.size === 0) return null;
  return (
    <figure className="chart crossover">
      <figcaption>
        <label>
          <b>As it grows:</b>{' '}
          <select value={by} onChange={(event) => change(growing.find((each) => each === event.target.value) ?? by)}>
            {growing.map((each) => (
              <option key={each} value={each}>
                {wordGrowing(each)}
              </option>
            ))}
          </select>
        </label>
      </figcaption>
      {tools.length > 0 && <Lines {...{ set, workload, model, crossover, change }} />}
      {tools.length > 1 && changes.length === 0 && (
        <p>
          Up to {formatCount(end)} {wordGrowing(by)} the order of the costs stays as it is.
        </p>
      )}
      {changes.map((each) => (
        <p key={each.at}>{wordChange(each, by, name)}</p>
      ))}
      {left
        .filter(({ slug }) => known.has(slug))
        .map(({ slug, because }) => (
          <p key={slug} className="muted">
            {name(slug)} is not drawn because {wordGap(because)}.
          </p>
        ))}
      {tools.length > 0 && <Table {...{ set, workload, model, crossover, change }} />}
    </figure>
  );
}

const amountOf = (cost: ReturnType<typeof costAt>[number]['cost']): number => (cost.kind === 'cost' ? Number(cost.usd) : 0);

function Lines({ set, workload, model, crossover: { tools, start, end, changes } }: Props) {
  const now = workload[workload.by];
  const [first, last] = [costAt(tools, workload, start, model), costAt(tools, workload, end, model)];
  const most = Math.max(...[...first, ...last].map(({ cost }) => amountOf(cost))) || 1;
  const x = (amount: number): number => edge + ((width - 2 * edge) * (amount - start)) / Math.max(1, end - start);
  const y = (usd: number): number => height - edge - ((height - 2 * edge) * usd) / most;
  const order = (slug: string): number => set.tools.findIndex((tool) => tool.slug === slug);
  return (
    <>
      <ul className="chart-names small">
        {tools.map(({ slug }, index) => (
          <li key={slug} className={`chart-${order(slug)}`}>
            <svg viewBox="0 0 24 8" aria-hidden="true" className="chart-line">
              <path d="M0 4H24" />
            </svg>{' '}
            {findName(set)(slug)}: {formatSum(sumOf(first[index]))} → {formatSum(sumOf(last[index]))}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Cost a month against ${wordGrowing(workload.by)}; the table below holds the figures.`}>
        <path className="chart-axis" d={`M0 ${height - edge}H${width}`} />
        {now > start && now < end && <path className="chart-now" d={`M${x(now)} 0V${height - edge}`} />}
        {tools.map(({ slug }, index) => (
          <g key={slug} className={`chart-line chart-${order(slug)}`}>
            <path d={`M${x(start)} ${y(Number(sumOf(first[index])))}L${x(end)} ${y(Number(sumOf(last[index])))}`} />
          </g>
        ))}
        {changes.map(({ at }) => (
          <circle
            key={at}
            className="chart-change"
            cx={x(at)}
            cy={y(Math.min(...costAt(tools, workload, at, model).map(({ cost }) => amountOf(cost))))}
            r="5"
          />
        ))}
      </svg>
      <p className="chart-days tiny muted">
        <span>{formatCount(start)}</span>
        <span>
          {formatCount(end)} {wordGrowing(workload.by)}
        </span>
      </p>
    </>
  );
}

const sumOf = (at: ReturnType<typeof costAt>[number] | undefined): string => (at?.cost.kind === 'cost' ? at.cost.usd : '0');

function Table({ set, workload, model, crossover: { tools, start, end, changes } }: Props) {
  const now = workload[workload.by];
  const amounts = [...new Set([start, ...(now > start && now < end ? [now] : []), ...changes.flatMap(({ at }) => [at, at + 1]), end])].sort((a, b) => a - b);
  const name = findName(set);
  return (
    <details className="fold small">
      <summary>The figures</summary>
      <div className="drawer-scroll">
        <table className="facts">
          <thead>
            <tr>
              <th scope="col">{wordGrowing(workload.by)}</th>
              {tools.map(({ slug }) => (
                <th key={slug} scope="col" className="num wrap">
                  {name(slug)}
                </th>
              ))}
              <th scope="col">costs least</th>
            </tr>
          </thead>
          <tbody>
            {amounts.map((amount) => {
              const costs = costAt(tools, workload, amount, model);
              return (
                <tr key={amount}>
                  <th scope="row">
                    {formatCount(amount)}
                    {amount === now && <span className="muted"> (yours)</span>}
                  </th>
                  {costs.map((at) => (
                    <td key={at.slug} className="num">
                      {formatSum(sumOf(at))}
                    </td>
                  ))}
                  <td>{joinWords(findCheapest(costs).map(name))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
