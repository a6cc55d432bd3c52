import { listAskedFacts } from '../../lib/catalog/asked-facts';
import { type Signal, type SignalId, signals } from '../../lib/catalog/signals';
import type { Sources, StoredFact } from '../../lib/catalog/tool';
import { describeFact } from '../../lib/compare/cell';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { OtherClaims } from '../receipt/other-claims';
import { SourceLink } from '../receipt/source-link';
import { listSignals } from '../wording/clause';
import { factGroups, wordSignalGroup } from '../wording/signal-group';
import { FactValue } from './fact-value';
import { HistoryLine } from './history-line';

/** Shown in the head of the page instead. */
const shownAbove: ReadonlySet<SignalId> = new Set(['status', 'start-here', 'documentation', 'pricing-model']);

/** All that is known, by group, with source and date; then what is not. */
export function ToolFacts({ tool, sources }: { tool: RankedTool; sources: Sources }) {
  const asked = listAskedFacts(tool).filter(({ signal }) => !shownAbove.has(signal) && signals[signal].group !== 'price');
  const unknown = asked.filter(({ facts }) => facts.length === 0).map(({ signal }) => signal);
  return (
    <>
      <table className="facts facts-all stack">
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">Value</th>
            <th scope="col">Conditions, date</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        {factGroups.map((group) => {
          const facts = asked.filter(({ signal }) => signals[signal].group === group).flatMap((each) => each.facts);
          return facts.length === 0 ? null : (
            <tbody key={group}>
              <tr className="facts-group">
                <th scope="rowgroup" colSpan={4}>
                  {wordSignalGroup(group)}
                </th>
              </tr>
              {facts.map((fact) => (
                <FactLine key={fact.key} fact={fact} tool={tool} sources={sources} />
              ))}
            </tbody>
          );
        })}
      </table>
      {unknown.length > 0 && <p className="small muted mt-3 prose">Unknown: {listSignals(unknown)}.</p>}
    </>
  );
}

function FactLine({ fact, tool, sources }: { fact: StoredFact; tool: RankedTool; sources: Sources }) {
  const { label, unit }: Signal = signals[fact.signal];
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <FactValue fact={fact} about={tool.name} tool={tool.slug} sources={sources} /> {fact.value !== undefined && <span className="muted">{unit}</span>}
        <HistoryLine tool={tool} fact={fact} sources={sources} />
        <OtherClaims facts={tool.facts} fact={fact} sources={sources} />
      </td>
      <td className="muted">{describeFact(fact)}</td>
      <td>
        <SourceLink id={fact.source} sources={sources} />
      </td>
    </tr>
  );
}
