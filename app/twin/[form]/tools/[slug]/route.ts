import { printTool } from '@/components/twin/markdown';
import { tabulateTool } from '@/components/twin/tabulate-tool';
import { getConfig } from '@/lib/config';
import { printCsv } from '@/lib/format/table';
import { loadTool } from '@/lib/pages/load-tool';
import { makeToolTwin } from '@/lib/pages/twin';
import { parseTwin, twinResponse } from '@/lib/pages/twin-response';
import { respondMissing } from '../../missing/respond-missing';

export async function GET(_request: Request, { params }: { params: Promise<{ form: string; slug: string }> }): Promise<Response> {
  const { form, slug } = await params;
  const [twin, page, { siteUrl }] = [parseTwin(form), await loadTool(slug), getConfig()];
  if (page === null) return respondMissing(twin, [slug]);
  return twinResponse(twin, {
    md: () => printTool(page, siteUrl),
    json: () => makeToolTwin(page, siteUrl),
    csv: () => printCsv(tabulateTool(page.tool, page.sources)),
  });
}
