import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ToolList } from '@/components/browse/tool-list';
import { PageHead } from '@/components/page/page-head';
import { readQuery } from '@/components/page/read-query';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Shell } from '@/components/shell/shell';
import { parseBrowse } from '@/lib/address/browse';
import { kindHref, methodologyHref, toolsHref } from '@/lib/address/href';
import { kindNames, kinds } from '@/lib/catalog/kinds';
import { getConfig } from '@/lib/config';
import { loadBrowse } from '@/lib/pages/load-browse';

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const find = async (params: Props['params']) => {
  const { kind } = await params;
  return kinds.find((each) => each === kind) ?? notFound();
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const kind = await find(params);
  const filtered = Object.keys(await searchParams).length > 0;
  return {
    title: `${kindNames[kind].many}, ranked`,
    description: `${kindNames[kind].says} Ranked on evidence, with the source and date of every number.`,
    alternates: { canonical: kindHref(kind) },
    ...(filtered ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function KindPage({ params, searchParams }: Props) {
  const kind = await find(params);
  const page = await loadBrowse(kindHref(kind), { ...parseBrowse(readQuery(await searchParams)), kind }, 'kind');
  const { many, says } = kindNames[kind];
  return (
    <Shell snapshot={page.snapshot}>
      <Breadcrumbs
        base={getConfig().siteUrl}
        crumbs={[
          { name: 'Tools', href: toolsHref },
          { name: many, href: kindHref(kind) },
        ]}
      />
      <PageHead title={many}>
        {says} <a href={`${methodologyHref}#${kind}`}>How they are ranked</a>
      </PageHead>
      <ToolList page={page} />
    </Shell>
  );
}
