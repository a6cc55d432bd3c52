import { reportHref } from '@/lib/address/report';
import { getConfig } from '@/lib/config';
import { keepReport } from '@/lib/pages/keep-report';
import { readSentForm } from '@/lib/pages/read-form';

/** The longest body that is read: a few names and one line. */
const longestBody = 8_192;

const refuse = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** False where a browser says that a page of another site sent this. */
function isOwn({ headers }: Request): boolean {
  const origin = headers.get('origin');
  if (origin === null) return headers.get('sec-fetch-site') !== 'cross-site';
  const own = [new URL(getConfig().siteUrl).host, headers.get('host'), headers.get('x-forwarded-host')];
  return URL.canParse(origin) && own.includes(new URL(origin).host);
}

/** Stores a report of an error for the operator, then leads back to the page of the form, which says thanks. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwn(request)) return refuse(403, 'A page of another site sent this. Open the form from a receipt here.');
  const sent = await readSentForm(request, longestBody);
  if (sent.type === 'refused') return refuse(sent.status, sent.reason);
  const kept = await keepReport(sent.form);
  if (kept.type === 'refused') return refuse(kept.status, kept.reason);
  const { tool, fact, row, from } = kept.reported;
  const back = reportHref({ tool, fact: fact ?? undefined, row: row ?? undefined, from: from ?? undefined });
  return new Response(null, { status: 303, headers: { location: `${back}&sent=1` } });
}
