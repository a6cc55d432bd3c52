import { wordEntries } from '@/components/changes/word-entries';
import { getConfig } from '@/lib/config';
import { answerFeed } from '@/lib/pages/changes-feed';
import { loadChanges } from '@/lib/pages/load-changes';

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFeed(await loadChanges([(await params).slug]), getConfig().siteUrl, wordEntries);
}
