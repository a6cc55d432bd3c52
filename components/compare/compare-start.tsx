import { compareStartHref, toolsHref } from '../../lib/address/href';
import type { ComparisonLink } from '../../lib/pages/tool-card';
import { ComparisonLinks } from '../page/comparison-links';
import { Section } from '../page/section';
import { ToolCombobox } from '../search/tool-combobox.client';

/** Two fields and a button; the server sends the reader on to the comparison's own address. */
export function CompareStart({ first, comparisons }: { first: string; comparisons: readonly ComparisonLink[] }) {
  return (
    <>
      <form action={compareStartHref} method="get" className="compare-start">
        <ToolCombobox id="first-tool" label="First tool" placeholder="First tool" name="tools" then={{ type: 'fill' }} initial={first} required />
        <span className="muted">vs</span>
        <ToolCombobox id="second-tool" label="Second tool" placeholder="Second tool" name="tools" then={{ type: 'fill' }} required />
        <button type="submit" className="button button-main">
          Compare
        </button>
      </form>
      <p className="small muted mt-3">
        More than two, or none in mind? Pick them from <a href={toolsHref}>the list</a>.
      </p>
      <Section id="comparisons" title="Comparisons to open">
        <ComparisonLinks links={comparisons} />
      </Section>
    </>
  );
}
