import { printGuide } from '@/components/twin/guide';
import { getConfig } from '@/lib/config';
import { loadHome } from '@/lib/pages/load-home';

export const dynamic = 'force-dynamic';

/** What programs that read the site are told: what it is, where its data stands, how to search it and how to cite it. */
export async function GET(): Promise<Response> {
  const { snapshot } = await loadHome();
  return new Response(printGuide(snapshot, getConfig().siteUrl), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
