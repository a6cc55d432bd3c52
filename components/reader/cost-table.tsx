import type { CostAt } from '../../lib/compare/crossover';
import type { ReaderSet } from '../../lib/compare/reader-set';
import type { Cost, CostLine, PricedModel } from '../../lib/compare/workload';
import { formatDay } from '../../lib/format/day';
import { formatSum, formatUsd } from '../../lib/format/price';
import { wordGap, wordMeter } from '../wording/cost';
import { findName } from './find-name';

type Props = { set: ReaderSet; costs: readonly CostAt[]; model: PricedModel | null };

/** The cost of each tool with the sum it is, or the reason why there is none. */
export function CostTable({ set, costs, model }: Props) {
  return (
    <div className="costs">
      {costs.map(({ slug, cost }) => (
        <section key={slug} aria-label={`Cost of ${findName(set)(slug)}`}>
          <h3>{findName(set)(slug)}</h3>
          {cost.kind === 'cost' ? <Sum cost={cost} model={model} /> : <p className="muted">Cannot be computed because {wordGap(cost.because)}.</p>}
        </section>
      ))}
    </div>
  );
}

function Sum({ cost, model }: { cost: Extract<Cost, { kind: 'cost' }>; model: PricedModel | null }) {
  return (
    <>
      <p className="costs-sum">
        <b>{formatSum(cost.usd)}</b> <span className="muted">a month at {cost.host}</span>
      </p>
      {cost.modelSlug !== null && (
        <p className="small muted">Priced with {model?.name ?? cost.modelSlug}; the tool itself is free software, and running it is not included.</p>
      )}
      <ul className="small">
        {cost.lines.map((line) => (
          <Line key={line.meter} line={line} />
        ))}
      </ul>
    </>
  );
}

function Line({ line: { meter, tokens, price, usd } }: { line: CostLine }) {
  return (
    <li>
      {Number(tokens).toLocaleString('en-US')} tokens of {wordMeter(meter)} × {formatUsd(price.usd)} per 1M = {formatSum(usd)}{' '}
      <span className="muted">
        (<a href={price.address}>{price.source}</a>, {formatDay(price.asOf)})
      </span>
    </li>
  );
}
