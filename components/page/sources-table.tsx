import { formatDay } from '../../lib/format/day';
import { formatCount } from '../../lib/format/number';
import type { SourcesPage } from '../../lib/pages/page-types';
import { Section } from './section';

export function SourcesTable({ title, sources }: { title: string; sources: SourcesPage['sources'] }) {
  if (sources.length === 0) return null;
  return (
    <Section id={title.toLowerCase().replaceAll(/[^a-z]+/g, '-')} title={title}>
      <table className="facts stack sources-table">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Publisher</th>
            <th scope="col">Licence</th>
            <th scope="col" className="num">
              Read
            </th>
            <th scope="col" className="num">
              Facts
            </th>
            <th scope="col" className="num">
              Tools
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, facts, tools }) => (
            <tr key={source.id}>
              <td>
                <a href={source.address}>{source.title}</a>
              </td>
              <td data-name="Publisher">{source.publisher}</td>
              <td data-name="Licence">{source.licence ?? <span className="muted">none stated</span>}</td>
              <td className="num" data-name="Read">
                {formatDay(source.readOn)}
              </td>
              <td className="num" data-name="Facts">
                {formatCount(facts)}
              </td>
              <td className="num" data-name="Tools">
                {formatCount(tools)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
