import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readQuery } from '@/components/page/read-query';
import { OutcomeThanks } from '@/components/search/outcome-form';
import { SearchResults } from '@/components/search/search-results';
import { SuggestForm } from '@/components/search/suggest-form';
import { Shell } from '@/components/shell/shell';
import { searchPageHref, toolHref } from '@/lib/address/href';
import { searchForms } from '@/lib/address/search';
import { parseSet, twins, twinTypes } from '@/lib/address/set';
import { loadSearch } from '@/lib/pages/load-search';
import { parseSearch } from '@/lib/pages/parse-search';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Longest text that is put into a form. */
const longestText = 300;

const textOf = (query: URLSearchParams, name: string): string => (query.get(name) ?? '').trim().slice(0, longestText);

/** Thanks for an answer that was just given from the results. */
function Thanks({ query }: { query: URLSearchParams }) {
  const [token, worked] = [textOf(query, 'match'), query.get('answered')];
  if (token === '' || (worked !== 'yes' && worked !== 'no')) return null;
  return <OutcomeThanks token={token} query={textOf(query, 'q')} tool="" worked={worked} noted={query.get('noted') === '1'} />;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = readQuery(await searchParams);
  const asked = textOf(query, 'q');
  const { from, filters, asWritten } = parseSearch(query);
  const forms = searchForms(asked, parseSet(from).names, filters, asWritten);
  const [title, description] =
    asked === ''
      ? ['Search', 'Say what you need done and find the tools that do it, each with the capability that matched.']
      : [`${asked}: search`, `Tools that answer “${asked}”, each with the capability that matched.`];
  const types = Object.fromEntries(twins.map((twin) => [twinTypes[twin], forms[twin]]));
  // However many needs there are, for a search engine it is one page.
  return { title, description, alternates: { canonical: searchPageHref, types } };
}

export default async function SearchPage({ searchParams }: Props) {
  const query = readQuery(await searchParams);
  const loaded = await loadSearch({ ...parseSearch(query), surface: 'search-page' });
  if (loaded.type === 'tool') redirect(toolHref(loaded.slug));
  const { page } = loaded;
  const nothing = page.query !== '' && !page.fits;
  return (
    <Shell snapshot={page.snapshot} search={false}>
      <SearchResults page={page} thanks={<Thanks query={query} />} />
      <SuggestForm query={page.query} initial={nothing ? page.query.slice(0, longestText) : ''} done={query.get('suggested') === '1'} />
    </Shell>
  );
}
