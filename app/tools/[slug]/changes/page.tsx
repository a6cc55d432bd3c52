import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ChangesReport } from '@/components/changes/changes-report';
import { describeChanges } from '@/components/changes/describe-changes';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Shell } from '@/components/shell/shell';
import { changesHref, toolHref, toolsHref } from '@/lib/address/href';
import { getConfig } from '@/lib/config';
import { loadChanges } from '@/lib/pages/load-changes';

type Props = { params: Promise<{ slug: string }> };

/** Once a request, for the metadata and the page alike. */
const load = cache(async (slug: string) => (await loadChanges([slug])) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return describeChanges(await load((await params).slug));
}

export default async function ToolChangesPage({ params }: Props) {
  const { slug } = await params;
  const page = await load(slug);
  const crumbs = [
    { name: 'Tools', href: toolsHref },
    { name: page.tools[0]?.name ?? slug, href: toolHref(slug) },
    { name: 'What changed', href: changesHref([slug]) },
  ];
  return (
    // Without the line about the snapshot: the page stays the same while nothing changes.
    <Shell snapshot={null}>
      <Breadcrumbs base={getConfig().siteUrl} crumbs={crumbs} />
      <ChangesReport page={page} />
    </Shell>
  );
}
