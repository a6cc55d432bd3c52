import { toolHref } from '../../lib/address/href';
import type { Comparison } from '../../lib/compare/compare';
import { explainRelation } from '../wording/relation';
import { findRow, rowAnchor, toolOf } from './tool-of';

/** For tools that stand in one set-up: how each pair goes together, and where to start with each. Nothing for rivals and strangers. */
export function Together({ comparison: { tools, rows, relations } }: { comparison: Comparison }) {
  const pairs = relations.filter(({ type }) => type === 'runs-on' || type === 'used-together');
  const starts = findRow(rows, 'start-here');
  if (pairs.length === 0) return null;
  const members = tools.filter(({ slug }) => pairs.some(({ from, to }) => from === slug || to === slug));
  return (
    <section aria-label="Use them together" className="together">
      <h2>Use them together</h2>
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.from} ${pair.to}`}>{explainRelation(pair, toolOf(tools, pair.from), toolOf(tools, pair.to))}</li>
        ))}
      </ul>
      <dl>
        {members.map((tool) => {
          const cell = starts?.cells[tools.indexOf(tool)];
          return (
            <div key={tool.slug}>
              <dt>
                <a href={toolHref(tool.slug)}>{tool.name}</a>
              </dt>
              <dd>
                {cell?.state === 'value' ? (
                  <a href={`#${rowAnchor('start-here')}`}>
                    <code>{cell.text}</code>
                  </a>
                ) : (
                  <span className="muted">where to start is not recorded</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
