import { missingTwin } from '@/lib/pages/twin-response';

/** What a machine-readable twin says when nothing is there; the front sends it with status 404. */
export function GET(request: Request): Response {
  return missingTwin(new URL(request.url).searchParams.getAll('name'));
}
