import { parseTwin } from '@/lib/pages/twin-response';
import { respondMissing } from './respond-missing';

export async function GET(request: Request, { params }: { params: Promise<{ form: string }> }): Promise<Response> {
  return respondMissing(parseTwin((await params).form), new URL(request.url).searchParams.getAll('name'));
}
