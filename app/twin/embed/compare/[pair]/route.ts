import { printCard, printMissingCard } from '@/components/embed/comparison-card';
import { parseSet } from '@/lib/address/set';
import { getConfig } from '@/lib/config';
import { loadComparison } from '@/lib/pages/load-comparison';
import { respondCard } from '../../respond';

export async function GET(_request: Request, { params }: { params: Promise<{ pair: string }> }): Promise<Response> {
  const [{ names }, { siteUrl }] = [parseSet((await params).pair), getConfig()];
  const page = await loadComparison(names);
  return page === null ? respondCard(printMissingCard(names, siteUrl), 404) : respondCard(printCard(page, siteUrl));
}
