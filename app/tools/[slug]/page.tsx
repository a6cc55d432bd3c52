import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { OutcomeQuestion } from '@/components/search/outcome-question.client';
import { describeShared } from '@/components/share/describe-shared';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Shell } from '@/components/shell/shell';
import { ToolReport } from '@/components/tool/tool-report';
import { categoryHref, changesHref, toolForms, toolHref, toolsHref } from '@/lib/address/href';
import { findCategory } from '@/lib/catalog/categories';
import { kindNames } from '@/lib/catalog/kinds';
import { getConfig } from '@/lib/config';
import { loadTool } from '@/lib/pages/load-tool';

type Props = { params: Promise<{ slug: string }> };

/** Once a request, for the metadata and the page alike. */
const load = cache(async (slug: string) => (await loadTool(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tool, headline } = await load((await params).slug);
  return {
    ...describeShared({
      title: tool.name,
      text: headline,
      path: toolHref(tool.slug),
      forms: toolForms(tool.slug),
      picture: toolHref(tool.slug, 'png'),
      feed: changesHref([tool.slug], 'atom'),
    }),
    title: `${tool.name} by ${tool.vendor}: rank, price, capabilities`,
    description: `${tool.summary} ${headline}`,
  };
}

export default async function ToolPage({ params }: Props) {
  const page = await load((await params).slug);
  const { slug, name, category, kind } = page.tool;
  const crumbs = [
    { name: 'Tools', href: toolsHref },
    { name: findCategory(category)?.name ?? kindNames[kind].many, href: categoryHref(category) },
    { name, href: toolHref(slug) },
  ];
  return (
    <Shell snapshot={page.snapshot}>
      <Breadcrumbs base={getConfig().siteUrl} crumbs={crumbs} />
      <ToolReport page={page} base={getConfig().siteUrl} />
      <OutcomeQuestion tool={slug} name={name} />
    </Shell>
  );
}
