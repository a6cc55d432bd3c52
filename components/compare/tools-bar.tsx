import { compareHref, compareStartHref, toolHref } from '../../lib/address/href';
import { setLimit } from '../../lib/address/set';
import type { Comparison } from '../../lib/compare/compare';
import { findSameness } from '../../lib/compare/row';
import { CopyButton } from '../page/copy-button.client';
import { ToolCombobox } from '../search/tool-combobox.client';
import { ColumnOrder } from './column-order.client';
import { RowFilter } from './row-filter.client';
import { columnClass } from './tool-of';

/** Change the set in place: remove, add, swap columns; share it: copy the link, or take the data. */
export function ToolsBar({ tools, rows }: Pick<Comparison, 'tools' | 'rows'>) {
  const slugs = tools.map((tool) => tool.slug);
  return (
    <div className="tools-bar no-print">
      <ul aria-label="Tools in this comparison">
        {tools.map((tool, index) => (
          <li key={tool.slug} className={columnClass(index)}>
            {tool.name}
            <a href={removeHref(slugs, tool.slug)} aria-label={`Remove ${tool.name}`}>
              ×
            </a>
          </li>
        ))}
      </ul>
      {tools.length < setLimit && (
        <form action={compareStartHref} method="get">
          {slugs.map((slug) => (
            <input key={slug} type="hidden" name="tools" value={slug} />
          ))}
          <ToolCombobox
            id="add-tool"
            label="Add a tool to this comparison"
            placeholder="Add a tool"
            name="tools"
            then={{ type: 'add', to: slugs }}
            className="combobox-small"
            required
          />
          <button type="submit" className="button button-small without-script">
            Add
          </button>
        </form>
      )}
      <div className="tools-bar-actions">
        <ColumnOrder slugs={slugs} names={tools.map((tool) => tool.name)} />
        <RowFilter slugs={slugs} same={rows.filter((row) => findSameness(row) === 'same').length} />
        <CopyButton label="Copy link" />
        <a href={compareHref(slugs, 'json')}>JSON</a>
      </div>
    </div>
  );
}

/** The comparison without a tool; of two tools the other one's own page is left. */
function removeHref(slugs: readonly string[], slug: string): string {
  const rest = slugs.filter((each) => each !== slug);
  const [other] = rest;
  return rest.length === 1 && other !== undefined ? toolHref(other) : compareHref(rest);
}
