import { searchHref } from '@/lib/address/href';
import { keepSuggestion } from '@/lib/pages/keep-suggestion';

/** The longest body that is read; a suggestion is one line. */
const longestBody = 4_096;

const refuse = (status: number, error: string): Response => Response.json({ error }, { status });

/** Stores "suggest this tool" for the operator, then leads back to the search it came from. */
export async function POST(request: Request): Promise<Response> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    return refuse(415, 'Send the suggestion as a form: application/x-www-form-urlencoded with the field text.');
  const body = await request.text();
  if (body.length > longestBody) return refuse(413, `The suggestion is longer than ${longestBody} characters. Send its name and one line.`);
  const form = new URLSearchParams(body);
  const kept = await keepSuggestion(form.get('text') ?? '');
  if (kept.type === 'refused') return refuse(kept.status, kept.reason);
  const back = searchHref(form.get('q') ?? '');
  return new Response(null, { status: 303, headers: { location: `${back}${back.includes('?') ? '&' : '?'}suggested=1` } });
}
