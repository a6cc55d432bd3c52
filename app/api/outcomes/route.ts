import { askedToolHref, searchHref } from '@/lib/address/href';
import { keepOutcome } from '@/lib/pages/keep-outcome';
import { readSentForm } from '@/lib/pages/read-form';

/** The longest body that is read: a token, a need and one line. */
const longestBody = 16_384;

const refuse = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** Takes "it worked" or "it did not" for a result of a search, then leads back to where it was said. */
export async function POST(request: Request): Promise<Response> {
  const sent = await readSentForm(request, longestBody);
  if (sent.type === 'refused') return refuse(sent.status, sent.reason);
  const { form } = sent;
  const field = (name: string): string => (form.get(name) ?? '').replaceAll('\0', '').trim();
  const [token, worked, note, query, tool] = [field('match'), field('worked'), field('note'), field('q').slice(0, 300), field('tool')];
  const kept = await keepOutcome({ token, worked, note });
  if (kept.type === 'refused') return refuse(kept.status, kept.reason);
  const answered = new URLSearchParams({ answered: worked, ...(note === '' ? {} : { noted: '1' }) });
  const isSlug = /^[a-z0-9-]{1,50}$/.test(tool);
  const back = isSlug ? askedToolHref(tool, query, token) : `${searchHref(query)}${query === '' ? '?' : '&'}match=${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location: `${back}&${answered}` } });
}
