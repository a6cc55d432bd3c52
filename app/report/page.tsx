import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageHead } from '@/components/page/page-head';
import { readQuery } from '@/components/page/read-query';
import { ReportedValue, ReportForm } from '@/components/report/report-form';
import { Shell } from '@/components/shell/shell';
import { loadReport } from '@/lib/pages/load-report';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Once a request, for the metadata and the page alike. */
const load = cache(async (query: string) => (await loadReport(new URLSearchParams(query))) ?? notFound());

export const metadata: Metadata = {
  title: 'Report an error',
  description: 'Say what is wrong with a value, and a person looks at it.',
  robots: { index: false, follow: false },
};

export default async function ReportPage({ searchParams }: Props) {
  const query = readQuery(await searchParams);
  const page = await load(query.toString());
  const sent = query.get('sent') === '1';
  return (
    <Shell snapshot={page.snapshot}>
      <PageHead title={sent ? 'Noted, thank you' : 'Report an error'}>
        {sent ? 'A person reads it before anything is changed.' : 'No account is needed. What you send is kept without your address.'}
      </PageHead>
      <ReportedValue page={page} />
      {!sent && <ReportForm page={page} />}
      <p className="small mt-4">
        <a href={page.back}>Back to where you were</a>
      </p>
    </Shell>
  );
}
