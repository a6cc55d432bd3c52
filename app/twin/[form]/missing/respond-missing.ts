import { printMissing } from '@/components/twin/markdown';
import { tabulateMissing } from '@/components/twin/tabulate-missing';
import type { Twin } from '@/lib/address/set';
import { getConfig } from '@/lib/config';
import { printCsv } from '@/lib/format/table';
import { loadMissing } from '@/lib/pages/load-missing';
import { makeMissingTwin } from '@/lib/pages/twin';
import { twinResponse } from '@/lib/pages/twin-response';

/** What a twin says when no tool has these names, in its own format: the nearest tools, with the addresses of their twins. */
export async function respondMissing(twin: Twin, names: readonly string[]): Promise<Response> {
  const [page, { siteUrl }] = [await loadMissing(names, null), getConfig()];
  return twinResponse(
    twin,
    {
      md: () => printMissing(page, siteUrl),
      json: () => makeMissingTwin(page, siteUrl),
      csv: () => printCsv(tabulateMissing(page, siteUrl)),
    },
    404,
  );
}
