import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ChangesReport } from '@/components/changes/changes-report';
import { describeChanges } from '@/components/changes/describe-changes';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Shell } from '@/components/shell/shell';
import { changesHref, compareHref, compareStartHref } from '@/lib/address/href';
import { parseSet } from '@/lib/address/set';
import { getConfig } from '@/lib/config';
import { loadChanges } from '@/lib/pages/load-changes';

type Props = { params: Promise<{ pair: string }> };

/** Once a request, for the metadata and the page alike. */
const load = cache(async (pair: string) => (await loadChanges(parseSet(pair).names)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return describeChanges(await load((await params).pair));
}

export default async function ComparisonChangesPage({ params }: Props) {
  const page = await load((await params).pair);
  const slugs = page.tools.map(({ slug }) => slug);
  const crumbs = [
    { name: 'Compare', href: compareStartHref },
    { name: page.tools.map(({ name }) => name).join(' vs '), href: compareHref(slugs) },
    { name: 'What changed', href: changesHref(slugs) },
  ];
  return (
    // Without the line about the snapshot: the page stays the same while nothing changes.
    <Shell snapshot={null}>
      <Breadcrumbs base={getConfig().siteUrl} crumbs={crumbs} />
      <ChangesReport page={page} />
    </Shell>
  );
}
