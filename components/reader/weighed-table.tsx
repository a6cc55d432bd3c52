import { componentNames } from '../../lib/compare/component-names';
import type { ReaderRank } from '../../lib/compare/reader-set';
import { componentIds } from '../../lib/rank/rank';
import { RankText } from '../score/rank-text';

/** The reader's ranking as the sum that it is, beside the published one. */
export function WeighedTable({ ranks, isPublished }: { ranks: readonly ReaderRank[]; isPublished: boolean }) {
  const rows = componentIds.filter((id) => ranks.some(({ weighed }) => weighed.components.some(({ component }) => component === id)));
  return (
    <div className="drawer-scroll">
      <table className="facts weighed">
        <caption className="sr-only">Points × weight of each component, added up</caption>
        <thead>
          <tr>
            <th scope="col">Points × weight</th>
            {ranks.map(({ slug, name }) => (
              <th key={slug} scope="col" className="num wrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((id) => (
            <tr key={id}>
              <th scope="row">{componentNames[id].label}</th>
              {ranks.map(({ slug, weighed }) => (
                <Adds key={slug} part={weighed.components.find(({ component }) => component === id)} />
              ))}
            </tr>
          ))}
          <tr className="weighed-total">
            <th scope="row">{isPublished ? 'Rank' : 'Your ranking'}</th>
            {ranks.map(({ slug, weighed }) => (
              <td key={slug} className="num wrap">
                <RankText {...weighed} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Published rank</th>
            {ranks.map(({ slug, published }) => (
              <td key={slug} className="num wrap">
                <RankText {...published} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Adds({ part }: { part: ReaderRank['weighed']['components'][number] | undefined }) {
  if (part === undefined) return <td className="num wrap muted">does not apply</td>;
  return (
    <td className="num wrap">
      <span className="muted">
        {part.points.toFixed(1)} × {Math.round(part.weight * 100)} % ={' '}
      </span>
      {part.contribution.toFixed(1)}
    </td>
  );
}
