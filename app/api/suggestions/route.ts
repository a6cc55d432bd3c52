import { searchHref } from '@/lib/address/href';
import { keepSuggestion } from '@/lib/pages/keep-suggestion';
import { readSentForm } from '@/lib/pages/read-form';

/** The longest body that is read; a suggestion is one line. */
const longestBody = 4_096;

const refuse = (status: number, error: string): Response => Response.json({ error }, { status });

/** Stores "suggest this tool" for the operator, then leads back to the search it came from. */
export async function POST(request: Request): Promise<Response> {
  const sent = await readSentForm(request, longestBody);
  if (sent.type === 'refused') return refuse(sent.status, sent.reason);
  const { form } = sent;
  const kept = await keepSuggestion(form.get('text') ?? '');
  if (kept.type === 'refused') return refuse(kept.status, kept.reason);
  const back = searchHref(form.get('q') ?? '');
  return new Response(null, { status: 303, headers: { location: `${back}${back.includes('?') ? '&' : '?'}suggested=1` } });
}
