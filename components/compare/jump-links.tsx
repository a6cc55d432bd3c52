import type { RowGroup } from '../../lib/compare/row';
import { wordGroup } from '../wording/row';
import { groupAnchor } from './tool-of';

type Props = { groups: readonly RowGroup[]; sections: readonly { id: string; title: string }[] };

/** Leads to the groups of the table and to what stands below it. */
export function JumpLinks({ groups, sections }: Props) {
  const links = [...groups.map((group) => ({ id: groupAnchor(group), title: wordGroup(group) })), ...sections];
  return (
    <nav aria-label="On this page" className="jumps no-print">
      <ul>
        {links.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
