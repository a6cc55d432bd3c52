import { changesHref, compareHref, toolForms, toolHref } from '../../lib/address/href';
import { describeOrigin } from '../../lib/compare/capability-origin';
import type { ToolPage } from '../../lib/pages/page-types';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { ComparisonLinks } from '../page/comparison-links';
import { CopyOnClick } from '../page/copy-on-click.client';
import { PageHead } from '../page/page-head';
import { Section } from '../page/section';
import { SourceList } from '../page/source-list';
import { ShareCard } from '../share/share-card';
import { writeHtmlBadge, writeMarkdownBadge } from '../share/snippets';
import { TwinLinks } from '../share/twin-links';
import { JsonLd } from '../shell/json-ld';
import { Still } from '../still/still';
import { wordNothingApart } from '../wording/set-apart';
import { CapabilityCard } from './capability-card';
import { describeForMachines } from './describe-for-machines';
import { ToolFacts } from './tool-facts';
import { ToolHead } from './tool-head';
import { ToolPrices } from './tool-prices';
import { ToolRow } from './tool-row';
import { ToolScores } from './tool-scores';

/** Their number, where they come from, and that nothing sets the tool apart where that was found. */
function wordCapabilities(tool: RankedTool): string {
  const unspoken = tool.capabilities.filter(({ unique, versus }) => unique === undefined && versus.length === 0).length;
  const nothing = wordNothingApart(tool.setApart, unspoken);
  return `${tool.capabilities.length}, ${describeOrigin(tool)}.${nothing === null ? '' : ` ${nothing}`}`;
}

/** Everything that is known about one tool. */
export function ToolReport({ page, base }: { page: ToolPage; base: string }) {
  const { tool, sharing, sources, names, alternatives, comparisons, snapshot, headline } = page;
  const [address, badge] = [`${base}${toolHref(tool.slug)}`, `${base}${toolHref(tool.slug, 'svg')}`];
  return (
    <>
      <JsonLd value={describeForMachines(tool, base)} />
      <PageHead title={tool.name}>
        {tool.summary} <a href="#sources">Sources</a>
      </PageHead>
      <div className="share-bar">
        <ShareCard
          title={tool.name}
          text={headline}
          forms={toolForms(tool.slug)}
          picture={toolHref(tool.slug, 'png')}
          snippets={[
            { title: 'Badge in Markdown', code: writeMarkdownBadge({ address, badge, name: tool.name }) },
            { title: 'Badge in HTML', code: writeHtmlBadge({ address, badge, name: tool.name }) },
          ]}
        />
      </div>
      <Still>
        <ToolHead tool={tool} sources={sources} counted={page.counted} />
        <Section id="rank" title="UnfragileRank">
          <ToolScores tool={tool} sources={sources} />
        </Section>
        <Section id="prices" title="Prices">
          <ToolPrices tool={tool} sources={sources} />
        </Section>
        <Section isFar id="facts" title="Facts" note="Every value opens to its source, method and conditions.">
          <ToolFacts tool={tool} sources={sources} />
        </Section>
        <Section isFar id="capabilities" title="Capabilities" note={wordCapabilities(tool)}>
          <div className="capability-grid far-parts">
            {tool.capabilities.map((capability) => (
              <CapabilityCard
                key={capability.key}
                capability={capability}
                tool={tool}
                names={names}
                sources={sources}
                level="h3"
                sharedBy={sharing[capability.job] ?? 0}
              />
            ))}
          </div>
        </Section>
        {alternatives.length > 0 && (
          <Section isFar id="alternatives" title="Alternatives">
            <ul className="tool-list far-parts">
              {alternatives.map((card) => (
                <ToolRow key={card.slug} card={card}>
                  <p className="small mt-1">
                    <a href={compareHref([tool.slug, card.slug])}>
                      Compare with {tool.name}
                      <span className="sr-only">: {card.name}</span>
                    </a>
                  </p>
                </ToolRow>
              ))}
            </ul>
          </Section>
        )}
        {comparisons.length > 0 && (
          <Section isFar id="comparisons" title="Comparisons">
            <ComparisonLinks links={comparisons} />
          </Section>
        )}
        <Section isFar id="sources" title="Sources">
          <SourceList sources={sources} snapshot={snapshot} />
          <p className="tiny muted">
            <TwinLinks forms={toolForms(tool.slug)} />
          </p>
          <p className="tiny muted mt-3">
            <a href={changesHref([tool.slug])}>What changed</a>, also as an <a href={changesHref([tool.slug], 'atom')}>Atom feed</a>.
          </p>
        </Section>
      </Still>
      <CopyOnClick />
    </>
  );
}
