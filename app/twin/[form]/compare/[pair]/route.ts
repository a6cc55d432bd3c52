import { printComparison } from '@/components/twin/markdown';
import { tabulateComparison } from '@/components/twin/tabulate-comparison';
import { parseSet } from '@/lib/address/set';
import { getConfig } from '@/lib/config';
import { printCsv } from '@/lib/format/table';
import { loadComparison } from '@/lib/pages/load-comparison';
import { makeCompareTwin } from '@/lib/pages/twin';
import { parseTwin, twinResponse } from '@/lib/pages/twin-response';
import { respondMissing } from '../../missing/respond-missing';

export async function GET(_request: Request, { params }: { params: Promise<{ form: string; pair: string }> }): Promise<Response> {
  const { form, pair } = await params;
  const [twin, { names }, { siteUrl }] = [parseTwin(form), parseSet(pair), getConfig()];
  const page = await loadComparison(names);
  if (page === null) return respondMissing(twin, names);
  return twinResponse(twin, {
    md: () => printComparison(page, siteUrl),
    json: () => makeCompareTwin(page, siteUrl),
    csv: () => printCsv(tabulateComparison(page.comparison)),
  });
}
