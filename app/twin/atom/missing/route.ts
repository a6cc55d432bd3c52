import { missingFeed } from '@/lib/pages/changes-feed';

/** What a feed says when nothing is there; the front sends it with status 404. */
export function GET(): Response {
  return missingFeed();
}
