import { loadSitemap } from '@/lib/pages/load-sitemap';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return new Response(await loadSitemap(), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
