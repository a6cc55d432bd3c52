import { methodologyHref } from '../../lib/address/href';
import type { Source } from '../../lib/catalog/record';
import type { Sources } from '../../lib/catalog/tool';
import { formatDay } from '../../lib/format/day';
import type { SnapshotLine } from '../../lib/pages/snapshot';

/** The sources a page rests on, with licence and the day each was read, and the state it shows. */
export function SourceList({ sources, snapshot }: { sources: Sources; snapshot: SnapshotLine }) {
  const sorted: readonly Source[] = Object.values(sources).sort((a, b) => (a.title < b.title ? -1 : 1));
  return (
    <>
      <table className="facts stack">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Publisher</th>
            <th scope="col">Licence</th>
            <th scope="col" className="num">
              Read
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((source) => (
            <tr key={source.id}>
              <td>
                <a href={source.address}>{source.title}</a>
              </td>
              <td data-name="Publisher">{source.publisher}</td>
              <td data-name="Licence">{source.licence ?? <span className="muted">none stated</span>}</td>
              <td className="num" data-name="Read">
                {formatDay(source.readOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="tiny muted mt-3">
        Snapshot <code>{snapshot.id.slice(0, 12)}</code>, data as of {formatDay(snapshot.asOf)},{' '}
        <a href={`${methodologyHref}#snapshot`}>formula {snapshot.formula}</a>.
      </p>
    </>
  );
}
