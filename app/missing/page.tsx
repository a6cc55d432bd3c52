import type { Metadata } from 'next';
import { MissingTools } from '@/components/page/missing-tools';
import { readQuery } from '@/components/page/read-query';
import { Shell } from '@/components/shell/shell';
import { loadMissing } from '@/lib/pages/load-missing';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = {
  title: 'Not found',
  description: 'No tool of this name is listed; the nearest names are.',
  robots: { index: false, follow: true },
};

/** What the server shows, with status 404, for an address whose names no tool has. */
export default async function MissingPage({ searchParams }: Props) {
  const query = readQuery(await searchParams);
  const page = await loadMissing(query.getAll('name'), query.get('capability')?.replaceAll('\0', '') ?? null);
  return (
    <Shell snapshot={null} search={false}>
      <MissingTools page={page} />
    </Shell>
  );
}
