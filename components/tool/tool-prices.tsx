import { findCategory } from '../../lib/catalog/categories';
import { conditionsKey, findCurrentFacts, findFact } from '../../lib/catalog/current';
import { type SignalId, signalIds, signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { formatDay } from '../../lib/format/day';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { OtherClaims } from '../receipt/other-claims';
import { FactValue } from './fact-value';
import { HistoryLine } from './history-line';

const priceSignals = signalIds.filter((id) => signals[id].type === 'decimal');

type Offer = { place: string; newest: string; prices: Partial<Record<SignalId, StoredFact>> };

/** Current prices, one offer for each set of conditions, in the order in which they count. */
function findOffers(tool: RankedTool): Offer[] {
  const offers = new Map<string, Offer>();
  for (const fact of priceSignals.flatMap((id) => findCurrentFacts(tool.facts, id))) {
    if (fact.value === undefined) continue;
    const key = conditionsKey(fact.conditions);
    const offer = offers.get(key) ?? { place: Object.values(fact.conditions ?? {}).join(', ') || 'its maker', newest: fact.asOf, prices: {} };
    offer.prices[fact.signal] = fact;
    if (fact.asOf > offer.newest) offer.newest = fact.asOf;
    offers.set(key, offer);
  }
  return [...offers.values()];
}

/** What it costs at every host that a source names, dated. */
export function ToolPrices({ tool, sources }: { tool: RankedTool; sources: Sources }) {
  const offers = findOffers(tool);
  if (offers.length === 0) return <NoPrice tool={tool} sources={sources} />;
  const columns = priceSignals.filter((id) => offers.some((offer) => offer.prices[id]));
  return (
    <table className="facts stack">
      <thead>
        <tr>
          <th scope="col">Where</th>
          {columns.map((id) => (
            <th scope="col" key={id} className="num wrap">
              {signals[id].label}, {signals[id].unit}
            </th>
          ))}
          <th scope="col" className="num">
            Date
          </th>
        </tr>
      </thead>
      <tbody>
        {offers.map((offer) => (
          <tr key={offer.place}>
            <th scope="row">{offer.place}</th>
            {columns.map((id) => {
              const fact = offer.prices[id];
              return (
                <td key={id} className="num" data-name={`${signals[id].label}, ${signals[id].unit}`}>
                  {fact ? (
                    <FactValue fact={fact} about={`${tool.name} at ${offer.place}`} tool={tool.slug} sources={sources} />
                  ) : (
                    <span className="muted">unknown</span>
                  )}
                  {fact && <HistoryLine tool={tool} fact={fact} sources={sources} />}
                  {fact && <OtherClaims facts={tool.facts} fact={fact} sources={sources} />}
                </td>
              );
            })}
            <td className="num" data-name="Date">
              {formatDay(offer.newest)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Free, not applicable and unknown are three things, and each is said. */
function NoPrice({ tool, sources }: { tool: RankedTool; sources: Sources }) {
  const free = findFact(tool.facts, 'pricing-model')?.value === 'free software';
  const reason = priceSignals.map((id) => findFact(tool.facts, id)).find((fact) => fact?.notApplicable !== undefined);
  if (free) return <p className="small prose">Free software: it costs nothing to run; you supply {findCategory(tool.category)?.supply ?? 'the machine'}.</p>;
  return (
    <p className="small prose">
      {reason ? (
        <FactValue fact={reason} about={tool.name} tool={tool.slug} sources={sources} />
      ) : (
        <span className="muted">Unknown: no source gives a price.</span>
      )}
    </p>
  );
}
