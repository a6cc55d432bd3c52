import { compareForms, compareHref, compareStartHref, toolHref } from '../../lib/address/href';
import { setLimit } from '../../lib/address/set';
import type { Comparison } from '../../lib/compare/compare';
import { findSameness } from '../../lib/compare/row';
import { ToolCombobox } from '../search/tool-combobox.client';
import { ShareCard } from '../share/share-card';
import { writeFrame } from '../share/snippets';
import { ColumnOrder } from './column-order.client';
import { RowFilter } from './row-filter.client';
import { columnClass } from './tool-of';

type Props = Pick<Comparison, 'tools' | 'rows'> & { headline: string; siteUrl: string };

/** Change the set in place: remove, add, swap columns; and pass it on. */
export function ToolsBar({ tools, rows, headline, siteUrl }: Props) {
  const slugs = tools.map((tool) => tool.slug);
  const title = tools.map((tool) => tool.name).join(' vs ');
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
        <ShareCard
          title={title}
          text={headline}
          forms={compareForms(slugs)}
          mayHaveView
          picture={compareHref(slugs, 'png')}
          snippets={[{ title: 'Embed', code: writeFrame(`${siteUrl}${compareHref(slugs, 'embed')}`, title, tools.length) }]}
        />
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
