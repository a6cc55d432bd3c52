import type { Metadata } from 'next';
import { readQuery } from '@/components/page/read-query';
import { SearchResults } from '@/components/search/search-results';
import { SuggestForm } from '@/components/search/suggest-form';
import { Shell } from '@/components/shell/shell';
import { loadSearch } from '@/lib/pages/load-search';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Longest text that is searched for or put into the form. */
const longestText = 300;

const textOf = (query: URLSearchParams, name: string): string => (query.get(name) ?? '').trim().slice(0, longestText);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = textOf(readQuery(await searchParams), 'q');
  const [title, description] =
    asked === ''
      ? ['Search', 'Say what you need done and find the tools that do it, each with the capability that matched.']
      : [`${asked}: search`, `Tools that answer “${asked}”, each with the capability that matched.`];
  return { title, description, robots: { index: false, follow: true } };
}

export default async function SearchPage({ searchParams }: Props) {
  const query = readQuery(await searchParams);
  const page = await loadSearch(textOf(query, 'q'), textOf(query, 'from'));
  const about = textOf(query, 'about');
  const nothing = page.query !== '' && page.hits.length === 0;
  return (
    <Shell snapshot={page.snapshot} search={false}>
      <SearchResults page={page} />
      <SuggestForm about={about === '' ? null : about} query={page.query} initial={nothing ? page.query : ''} done={query.get('suggested') === '1'} />
    </Shell>
  );
}
