import { parseSet } from '@/lib/address/set';
import { getConfig } from '@/lib/config';
import { loadComparison } from '@/lib/pages/load-comparison';
import { makeCompareTwin } from '@/lib/pages/twin';
import { missingTwin, twinResponse } from '@/lib/pages/twin-response';

export async function GET(_request: Request, { params }: { params: Promise<{ pair: string }> }): Promise<Response> {
  const { names } = parseSet((await params).pair);
  const page = await loadComparison(names);
  return page === null ? missingTwin(names) : twinResponse(makeCompareTwin(page, getConfig().siteUrl));
}
