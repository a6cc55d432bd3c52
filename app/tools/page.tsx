import type { Metadata } from 'next';
import { ToolList } from '@/components/browse/tool-list';
import { PageHead } from '@/components/page/page-head';
import { readQuery } from '@/components/page/read-query';
import { Shell } from '@/components/shell/shell';
import { parseBrowse } from '@/lib/address/browse';
import { toolsHref } from '@/lib/address/href';
import { loadBrowse } from '@/lib/pages/load-browse';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Only the plain list is indexed: filtered ones are views of it. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const filtered = Object.keys(await searchParams).length > 0;
  return {
    title: 'All tools, ranked',
    description: 'Models, repositories, frameworks, apps, agents and MCP servers, ranked on evidence with a range, filtered by job, kind, pricing and licence.',
    alternates: { canonical: toolsHref },
    ...(filtered ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function ToolsPage({ searchParams }: Props) {
  const page = await loadBrowse(toolsHref, parseBrowse(readQuery(await searchParams)), null);
  return (
    <Shell snapshot={page.snapshot}>
      <PageHead title="Tools">
        Ranked by UnfragileRank, each kind by its own formula. The range is what unknown signals leave open: where two overlap, it is a tie.
      </PageHead>
      <ToolList page={page} />
    </Shell>
  );
}
