import { framedPolicy } from '@/lib/server/security-headers';

/** A card: HTML that any page may frame, and that no search engine lists. */
export function respondCard(html: string, status = 200): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': framedPolicy, 'x-robots-tag': 'noindex' };
  return new Response(html, { status, headers: { ...headers, 'cross-origin-resource-policy': 'cross-origin' } });
}
