import type { Metadata } from 'next';
import { PageHead } from '@/components/page/page-head';
import { SourcesTable } from '@/components/page/sources-table';
import { Shell } from '@/components/shell/shell';
import { Still } from '@/components/still/still';
import { sourcesHref } from '@/lib/address/href';
import { loadSources } from '@/lib/pages/load-sources';

export const metadata: Metadata = {
  title: 'Sources',
  description: 'Every source that a number here rests on: its publisher, licence, the day it was read and how many facts it carries.',
  alternates: { canonical: sourcesHref },
};

export default async function SourcesPage() {
  const { snapshot, sources } = await loadSources();
  return (
    <Shell snapshot={snapshot}>
      <PageHead title="Sources">Each source with its licence, the day it was read, and how many facts rest on it.</PageHead>
      <Still>
        <SourcesTable title="Data sets and shared sources" sources={sources.filter(({ shared }) => shared)} />
        <SourcesTable title="The tools’ own documents" sources={sources.filter(({ shared }) => !shared)} />
      </Still>
    </Shell>
  );
}
