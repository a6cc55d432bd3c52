import { loadSuggestions } from '@/lib/pages/load-suggestions';

/** For type-ahead, at most eight: tools by name, alias or vendor, jobs that tools share, needs of others. `only=tools` leaves it at tools. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  return Response.json(await loadSuggestions(query.get('q') ?? '', query.get('only') === 'tools'));
}
