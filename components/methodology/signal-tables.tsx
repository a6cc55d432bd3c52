import { kindNames, kinds } from '../../lib/catalog/kinds';
import { signalIds, signals } from '../../lib/catalog/signals';
import { isRankedSignal, type RankedSignal, scoring } from '../../lib/rank/scoring';
import { type Spread, spreads } from '../../lib/rank/spread';
import { type Substitute, substitutes } from '../../lib/rank/substitutes';
import { Section } from '../page/section';
import { wordAmount, wordFit, wordFreshness, wordScale } from '../wording/scale';

const ranked = signalIds.filter(isRankedSignal);

/** Every scored signal with its anchors, and where its value plausibly lies while it is unknown. */
export function SignalTables() {
  return (
    <>
      <Section id="signals" title="Signals and their anchors" note="Anchors are fixed numbers. A change of one is a new version of the formula.">
        <table className="facts stack">
          <thead>
            <tr>
              <th scope="col">Signal</th>
              <th scope="col">Points</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {ranked.map((id) => (
              <tr key={id} id={`signal-${id}`}>
                <th scope="row">{signals[id].label}</th>
                <td>{wordScale(scoring[id].scale)}</td>
                <td>
                  {scoring[id].why} {wordFreshness(scoring[id])} <span className="muted">{signals[id].says}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section
        id="spreads"
        title="Where an unknown value plausibly lies"
        note="10th, 35th and 90th percentile of a sample: the low end, the value that enters the rank, and the high end."
      >
        <table className="facts stack">
          <thead>
            <tr>
              <th scope="col">Signal</th>
              <th scope="col">Low</th>
              <th scope="col">Enters</th>
              <th scope="col">High</th>
              <th scope="col">Kinds and sample</th>
            </tr>
          </thead>
          <tbody>
            {ranked.flatMap((id) => findSpreads(id).map(({ spread, names }) => <SpreadLine key={`${id} ${names}`} id={id} spread={spread} names={names} />))}
          </tbody>
        </table>
      </Section>
      <Section
        id="substitutes"
        title="What stands in for an unknown value"
        note="Fitted once over tools that have both; the range is what the fit misses by, from the 10th to the 90th percentile, and its 35th enters."
      >
        <table className="facts stack">
          <thead>
            <tr>
              <th scope="col">Unknown</th>
              <th scope="col">Estimated by</th>
              <th scope="col">Fit</th>
              <th scope="col">Sample</th>
            </tr>
          </thead>
          <tbody>
            {ranked.flatMap((id) =>
              (substitutes[id] ?? []).map((substitute) => <SubstituteLine key={`${id} ${substitute.from}`} id={id} substitute={substitute} />),
            )}
          </tbody>
        </table>
      </Section>
    </>
  );
}

function SubstituteLine({ id, substitute }: { id: RankedSignal; substitute: Substitute }) {
  return (
    <tr>
      <th scope="row">{signals[id].label}</th>
      <td data-name="Estimated by">{signals[substitute.from].label}</td>
      <td data-name="Fit">{wordFit(substitute)}</td>
      <td data-name="Sample">{substitute.sample}</td>
    </tr>
  );
}

/** The distinct spreads of a signal, each with the kinds that use it. */
function findSpreads(id: RankedSignal): { spread: Spread; names: string }[] {
  const distinct = [...new Set(kinds.flatMap((kind) => spreads[kind][id] ?? []))];
  return distinct.map((spread) => ({
    spread,
    names: kinds
      .filter((kind) => spreads[kind][id] === spread)
      .map((kind) => kindNames[kind].many)
      .join(', '),
  }));
}

function SpreadLine({ id, spread, names }: { id: RankedSignal; spread: Spread; names: string }) {
  const { scale } = scoring[id];
  return (
    <tr>
      <th scope="row">{signals[id].label}</th>
      <td data-name="Low">{wordAmount(scale, spread.worst)}</td>
      <td data-name="Enters">{wordAmount(scale, spread.prior)}</td>
      <td data-name="High">{wordAmount(scale, spread.best)}</td>
      <td>
        {names} <span className="muted">{spread.sample}</span>
      </td>
    </tr>
  );
}
