import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CapabilityReport } from '@/components/capability/capability-report';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Shell } from '@/components/shell/shell';
import { capabilityHref, toolsHref } from '@/lib/address/href';
import { getConfig } from '@/lib/config';
import { loadCapability } from '@/lib/pages/load-capability';
import { leastIndexed } from '@/lib/pages/page-types';

type Props = { params: Promise<{ slug: string }> };

/** Once a request, for the metadata and the page alike. */
const load = cache(async (slug: string) => (await loadCapability(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { job } = await load((await params).slug);
  return {
    title: `${job.name}: ${job.tools} tools that do it, ranked`,
    description: `The ${job.tools} tools listed here that do this: ${job.name}. Each with its rank, its price, and the places its claim rests on.`,
    alternates: { canonical: capabilityHref(job.slug) },
    ...(job.tools < leastIndexed ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function CapabilityRoute({ params }: Props) {
  const page = await load((await params).slug);
  const { slug, name } = page.job;
  return (
    <Shell snapshot={page.snapshot}>
      <Breadcrumbs
        base={getConfig().siteUrl}
        crumbs={[
          { name: 'Tools', href: toolsHref },
          { name, href: capabilityHref(slug) },
        ]}
      />
      <CapabilityReport page={page} />
    </Shell>
  );
}
