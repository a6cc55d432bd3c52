import { wordEntries } from '@/components/changes/word-entries';
import { parseSet } from '@/lib/address/set';
import { getConfig } from '@/lib/config';
import { answerFeed } from '@/lib/pages/changes-feed';
import { loadChanges } from '@/lib/pages/load-changes';

export async function GET(_request: Request, { params }: { params: Promise<{ pair: string }> }): Promise<Response> {
  return answerFeed(await loadChanges(parseSet((await params).pair).names), getConfig().siteUrl, wordEntries);
}
