import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ComparisonReport } from '@/components/compare/comparison-report';
import { describeShared } from '@/components/share/describe-shared';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Shell } from '@/components/shell/shell';
import { changesHref, compareForms, compareHref, compareStartHref } from '@/lib/address/href';
import { parseSet } from '@/lib/address/set';
import { getConfig } from '@/lib/config';
import { loadComparison } from '@/lib/pages/load-comparison';

type Props = { params: Promise<{ pair: string }> };

/** Once a request, for the metadata and the page alike. */
const load = cache(async (pair: string) => (await loadComparison(parseSet(pair).names)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { comparison, headline, indexable } = await load((await params).pair);
  const slugs = comparison.tools.map((tool) => tool.slug);
  const title = comparison.tools.map((tool) => tool.name).join(' vs ');
  return {
    title,
    ...describeShared({
      title,
      text: headline,
      path: compareHref(slugs),
      forms: compareForms(slugs),
      picture: compareHref(slugs, 'png'),
      feed: changesHref(slugs, 'atom'),
    }),
    ...(indexable ? {} : { robots: { index: false, follow: true } }),
  };
}

export default async function ComparisonPage({ params }: Props) {
  const page = await load((await params).pair);
  const { tools } = page.comparison;
  const crumbs = [
    { name: 'Compare', href: compareStartHref },
    { name: tools.map((tool) => tool.name).join(' vs '), href: compareHref(tools.map((tool) => tool.slug)) },
  ];
  return (
    <Shell snapshot={page.snapshot}>
      <Breadcrumbs base={getConfig().siteUrl} crumbs={crumbs} />
      <ComparisonReport page={page} siteUrl={getConfig().siteUrl} />
    </Shell>
  );
}
