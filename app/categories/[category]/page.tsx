import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ToolList } from '@/components/browse/tool-list';
import { PageHead } from '@/components/page/page-head';
import { readQuery } from '@/components/page/read-query';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Shell } from '@/components/shell/shell';
import { parseBrowse } from '@/lib/address/browse';
import { categoryHref, toolsHref } from '@/lib/address/href';
import { categories } from '@/lib/catalog/categories';
import { getConfig } from '@/lib/config';
import { loadBrowse } from '@/lib/pages/load-browse';

type Props = { params: Promise<{ category: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const find = async (params: Props['params']) => {
  const { category } = await params;
  return categories.find(({ id }) => id === category) ?? notFound();
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id, name, job } = await find(params);
  const filtered = Object.keys(await searchParams).length > 0;
  return {
    title: `${name}, ranked`,
    description: `Tools to ${job}, ranked on evidence, with the source and date of every number.`,
    alternates: { canonical: categoryHref(id) },
    ...(filtered ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const { id, name, job } = await find(params);
  const browse = { ...parseBrowse(readQuery(await searchParams)), category: id };
  const page = await loadBrowse(categoryHref(id), browse, 'category');
  return (
    <Shell snapshot={page.snapshot}>
      <Breadcrumbs
        base={getConfig().siteUrl}
        crumbs={[
          { name: 'Tools', href: toolsHref },
          { name, href: categoryHref(id) },
        ]}
      />
      <PageHead title={name}>Tools to {job}.</PageHead>
      <ToolList page={page} />
    </Shell>
  );
}
