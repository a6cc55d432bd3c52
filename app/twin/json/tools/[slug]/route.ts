import { getConfig } from '@/lib/config';
import { loadTool } from '@/lib/pages/load-tool';
import { makeToolTwin } from '@/lib/pages/twin';
import { missingTwin, twinResponse } from '@/lib/pages/twin-response';

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params;
  const page = await loadTool(slug);
  return page === null ? missingTwin([slug]) : twinResponse(makeToolTwin(page, getConfig().siteUrl));
}
