import type { Metadata } from 'next';
import { CompareStart } from '@/components/compare/compare-start';
import { PageHead } from '@/components/page/page-head';
import { Shell } from '@/components/shell/shell';
import { compareStartHref } from '@/lib/address/href';
import { setLimit } from '@/lib/address/set';
import { parseSlug } from '@/lib/catalog/slug';
import { loadHome } from '@/lib/pages/load-home';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = {
  title: 'Compare AI tools side by side',
  description: 'Choose two to four AI tools and see them side by side, with the source and date of every number.',
  alternates: { canonical: compareStartHref },
};

export default async function CompareStartPage({ searchParams }: Props) {
  const { first } = await searchParams;
  const { snapshot, comparisons } = await loadHome();
  return (
    <Shell snapshot={snapshot}>
      <PageHead title="Compare">Two to {setLimit} tools, side by side. Any kinds: the page says first whether they are rivals.</PageHead>
      <CompareStart first={typeof first === 'string' ? (parseSlug(first) ?? '') : ''} comparisons={comparisons} />
    </Shell>
  );
}
