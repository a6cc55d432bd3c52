import { categoryHref, methodologyHref } from '../../lib/address/href';
import { signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { formatValue } from '../../lib/compare/cell';
import { componentNames } from '../../lib/compare/component-names';
import { formatDay } from '../../lib/format/day';
import { namePoints, roundPoints } from '../../lib/format/number';
import { formatStanding } from '../../lib/format/standing';
import { formula } from '../../lib/rank/formula';
import type { ComponentScore, Outcomes, SignalScore } from '../../lib/rank/rank';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { SourceLink } from './source-link';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const share = (part: number): string => `${Math.round(part * 100)} %`;

/** The rank of a tool as the sum that it is. */
export function RankReceipt({ tool: { kind, rank, standing, category } }: { tool: RankedTool }) {
  const counted = rank.components.filter(({ weight }) => weight > 0);
  return (
    <>
      <table className="sum">
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col">Weight</th>
            <th scope="col">Points</th>
            <th scope="col">Adds</th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ component, weight, points, contribution }) => (
            <tr key={component}>
              <th scope="row">{componentNames[component].label}</th>
              <td>{share(weight)}</td>
              <td>{points.toFixed(1)}</td>
              <td>{contribution.toFixed(1)}</td>
            </tr>
          ))}
          <tr className="sum-total">
            <th scope="row">{rank.ranked ? 'Rank' : 'Sum, not shown as a rank'}</th>
            <td />
            <td />
            <td>{rank.total.toFixed(1)}</td>
          </tr>
        </tbody>
      </table>
      <p>
        {rank.ranked && `Shown as ${roundPoints(rank.total)}/100. `}Between {roundPoints(rank.low)} and {roundPoints(rank.high)}, whatever the unknown signals
        turn out to be. {share(rank.coverage)} of the evidence is known. <a href={`${methodologyHref}#${kind}`}>The formula</a>
      </p>
      {standing !== null && (
        <p>
          {upperFirst(formatStanding(standing, 'the ranked tools of its category'))}. <a href={categoryHref(category)}>All of them</a>
        </p>
      )}
    </>
  );
}

/** One component: its signals with their values, points and sources. */
export function ComponentReceipt({ tool, score, sources }: { tool: Pick<RankedTool, 'kind' | 'facts'>; score: ComponentScore; sources: Sources }) {
  if (score.outcomes !== undefined) return <p>{sayOutcomes(score, score.outcomes)}</p>;
  if (score.signals.length === 0) return <p>{formula[tool.kind][score.component].why}</p>;
  return (
    <>
      <p>
        {componentNames[score.component].says} {score.coverage > 0 && sayPoints(score)}
      </p>
      <ul className="signal-list">
        {score.signals.map((signal) => (
          <SignalLine key={signal.signal} signal={signal} fact={tool.facts.find((fact) => fact.key === signal.fact) ?? null} sources={sources} />
        ))}
      </ul>
    </>
  );
}

/** The component as it is shown, with its range where there is one. */
function sayRange({ points, low, high }: ComponentScore): string {
  const [from, to] = [roundPoints(low), roundPoints(high)];
  return `${roundPoints(points)} points of 100${from === to ? '' : `, between ${from} and ${to}`}`;
}

const sayPoints = (score: ComponentScore): string => `${sayRange(score)}, from the signals below by their shares.`;

/** The match graph, whose receipt is what readers said; the points are the middle of an interval and not the share itself. */
function sayOutcomes(score: ComponentScore, { worked, failed }: Outcomes): string {
  const all = worked + failed;
  if (all === 0) return `Nobody has said yet whether it worked, so it enters at ${sayRange(score)}.`;
  return `${sayRange(score)}: it worked for ${worked} of the ${all} who said. The fewer they are, the nearer to 50 and the wider the range.`;
}

function SignalLine({ signal, fact, sources }: { signal: SignalScore; fact: StoredFact | null; sources: Sources }) {
  const name = signals[signal.signal].label;
  const points = namePoints(roundPoints(signal.points));
  return (
    <li>
      <span>
        {name} <span className="muted">({share(signal.share)})</span>
      </span>
      <b>{signal.known ? points : <span className="muted">{fact === null ? 'unknown' : 'estimated'}</span>}</b>
      <span className="muted">
        {fact?.value !== undefined && (
          <>
            {!signal.known && `by ${signals[fact.signal].label}: `}
            {formatValue(fact.value, fact.signal)}, {formatDay(fact.asOf)}, <SourceLink id={fact.source} sources={sources} />
            {signal.known && signal.low < signal.high ? `; read long ago, so up to ${roundPoints(signal.high)}` : ''}
            {signal.known ? '' : '; '}
          </>
        )}
        {!signal.known && `enters at ${roundPoints(signal.points)}; plausible from ${roundPoints(signal.low)} to ${roundPoints(signal.high)}`}
      </span>
    </li>
  );
}
