import { getConfig } from '@/lib/config';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  const lines = ['User-agent: *', 'Allow: /', 'Disallow: /api/', 'Disallow: /report', '', `Sitemap: ${getConfig().siteUrl}/sitemap.xml`, ''];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
