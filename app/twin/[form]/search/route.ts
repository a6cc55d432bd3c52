import { printSearch } from '@/components/twin/markdown';
import { listSearch } from '@/components/twin/tabulate-search';
import { toolHref } from '@/lib/address/href';
import { getConfig } from '@/lib/config';
import { printCsv } from '@/lib/format/table';
import { loadSearch } from '@/lib/pages/load-search';
import { parseSearch } from '@/lib/pages/parse-search';
import { makeSearchTwin } from '@/lib/pages/twin';
import { parseTwin, twinResponse } from '@/lib/pages/twin-response';

export async function GET(request: Request, { params }: { params: Promise<{ form: string }> }): Promise<Response> {
  const [twin, { siteUrl }] = [parseTwin((await params).form), getConfig()];
  const loaded = await loadSearch({ ...parseSearch(new URL(request.url).searchParams), surface: 'api' });
  if (loaded.type === 'tool') return new Response(null, { status: 307, headers: { location: toolHref(loaded.slug, twin) } });
  const { page } = loaded;
  return twinResponse(twin, {
    md: () => printSearch(page, siteUrl),
    json: () => makeSearchTwin(page, siteUrl),
    csv: () => printCsv(listSearch(page, siteUrl)),
  });
}
