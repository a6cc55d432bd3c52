import { loadSuggestions } from '@/lib/pages/load-suggestions';

/** Tools whose name, alias or vendor begins like `q`, for type-ahead: at most eight. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams.get('q') ?? '';
  return Response.json(await loadSuggestions(query));
}
