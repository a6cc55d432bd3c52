import { type Kind, kindNames, kinds } from '../../lib/catalog/kinds';
import { isSignalId, signals } from '../../lib/catalog/signals';
import { componentNames } from '../../lib/compare/component-names';
import { formula } from '../../lib/rank/formula';
import { matchGraphWhy, weighComponents } from '../../lib/rank/match-graph';
import { type ComponentId, componentIds } from '../../lib/rank/rank';
import { Section } from '../page/section';

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** For each kind: what each component weighs, why, and what it is made of. `counted` are the kinds whose match graph counts. */
export function ComponentTables({ counted }: { counted: ReadonlySet<Kind> }) {
  const isCounted = (kind: Kind, id: ComponentId): boolean => id === 'match-graph' && counted.has(kind);
  return (
    <>
      {kinds.map((kind) => (
        <Section
          key={kind}
          id={kind}
          title={`Weights: ${kindNames[kind].many.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`}
          note={kindNames[kind].says}
        >
          <table className="facts stack">
            <thead>
              <tr>
                <th scope="col">Component</th>
                <th scope="col">Weight</th>
                <th scope="col">Signals and their shares</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {componentIds.map((id) => (
                <tr key={id}>
                  <th scope="row">{componentNames[id].label}</th>
                  <td data-name="Weight">{percent(weighComponents(kind, { enough: counted.has(kind) })[id])}</td>
                  <td data-name="Signals">{isCounted(kind, id) ? 'outcomes 100 %' : listShares(formula[kind][id].signals)}</td>
                  <td>{isCounted(kind, id) ? matchGraphWhy : formula[kind][id].why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ))}
    </>
  );
}

function listShares(shares: Readonly<Partial<Record<string, number>>>): string {
  const listed = Object.entries(shares).flatMap(([id, share]) => (isSignalId(id) && share !== undefined ? [`${signals[id].label} ${percent(share)}`] : []));
  return listed.length === 0 ? 'none yet' : listed.join(', ');
}
