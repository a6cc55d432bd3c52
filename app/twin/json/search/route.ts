import { toolHref } from '@/lib/address/href';
import { getConfig } from '@/lib/config';
import { loadSearch } from '@/lib/pages/load-search';
import { parseSearch } from '@/lib/pages/parse-search';
import { makeSearchTwin } from '@/lib/pages/twin';
import { twinResponse } from '@/lib/pages/twin-response';

export async function GET(request: Request): Promise<Response> {
  const loaded = await loadSearch({ ...parseSearch(new URL(request.url).searchParams), surface: 'api' });
  if (loaded.type === 'tool') return new Response(null, { status: 307, headers: { location: toolHref(loaded.slug, 'json') } });
  return twinResponse(makeSearchTwin(loaded.page, getConfig().siteUrl));
}
