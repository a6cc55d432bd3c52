import { printBadge } from '@/components/embed/badge';
import { loadTool } from '@/lib/pages/load-tool';
import { missingImage, pictureHeaders } from '@/lib/pages/picture-response';

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const page = await loadTool((await params).slug);
  if (page === null) return missingImage();
  return new Response(printBadge(page), { headers: { ...pictureHeaders, 'content-type': 'image/svg+xml; charset=utf-8' } });
}
