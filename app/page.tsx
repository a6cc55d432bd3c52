import type { Metadata } from 'next';
import { ComparisonLinks } from '@/components/page/comparison-links';
import { Section } from '@/components/page/section';
import { ToolCombobox } from '@/components/search/tool-combobox.client';
import { JsonLd } from '@/components/shell/json-ld';
import { Shell } from '@/components/shell/shell';
import { Still } from '@/components/still/still';
import { categoryHref, homeHref, kindHref, searchPageHref, toolsHref } from '@/lib/address/href';
import { findCategory, themes } from '@/lib/catalog/categories';
import { kindNames } from '@/lib/catalog/kinds';
import { getConfig } from '@/lib/config';
import { formatDay } from '@/lib/format/day';
import { formatCount } from '@/lib/format/number';
import { loadHome } from '@/lib/pages/load-home';

export const metadata: Metadata = {
  title: { absolute: 'Unfragile: AI tools side by side, with a source for every number' },
  alternates: { canonical: homeHref },
};

export default async function HomePage() {
  const { snapshot, categories, kinds, comparisons } = await loadHome();
  const { siteUrl } = getConfig();
  const search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}${searchPageHref}?q={q}` },
    'query-input': 'required name=q',
  };
  return (
    <Shell snapshot={snapshot} search={false}>
      <JsonLd value={{ '@context': 'https://schema.org', '@type': 'WebSite', name: 'Unfragile', url: siteUrl, potentialAction: search }} />
      <div className="home-head">
        <h1>Compare AI tools on evidence: every number opens to its source and date, and what nobody knows is called unknown.</h1>
        <form action={searchPageHref} method="get" className="search-form">
          <ToolCombobox
            id="home-search"
            label="Search tools and what they do"
            placeholder="A tool, or what you need done"
            name="q"
            then={{ type: 'open' }}
            shortcut
          />
          <button type="submit" className="button button-main">
            Search
          </button>
        </form>
        <p className="small muted">
          <a href={toolsHref}>{formatCount(snapshot.toolCount)} tools</a>, {formatCount(snapshot.factCount)} facts, the newest of {formatDay(snapshot.asOf)}.
        </p>
      </div>
      <Still>
        <Section id="comparisons" title="Comparisons to open">
          <ComparisonLinks links={comparisons} />
        </Section>
        <Section id="categories" title="By the job to do">
          <div className="themes">
            {themes.map((theme) => {
              const within = categories.filter(({ id }) => findCategory(id)?.theme === theme.id);
              return within.length === 0 ? null : (
                <section key={theme.id} aria-labelledby={`theme-${theme.id}`}>
                  <h3 id={`theme-${theme.id}`}>{theme.name}</h3>
                  <div className="link-list">
                    {within.map(({ id, count }) => (
                      <a key={id} href={categoryHref(id)}>
                        <span>{findCategory(id)?.name ?? id}</span>
                        <span>{count}</span>
                      </a>
                    ))}
                  </div>
                </section>
              );
            })}
          </div>
        </Section>
        <Section id="kinds" title="By what it is">
          <div className="link-list">
            {kinds.map(({ id, count }) => (
              <a key={id} href={kindHref(id)}>
                <span>{kindNames[id].many}</span>
                <span>{count}</span>
              </a>
            ))}
          </div>
        </Section>
      </Still>
    </Shell>
  );
}
