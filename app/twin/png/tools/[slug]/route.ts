import { loadTool } from '@/lib/pages/load-tool';
import { missingImage } from '@/lib/pages/picture-response';
import { describeToolImage } from '@/lib/pages/share-image';
import { drawImage, getFaces } from '../../draw';

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const page = await loadTool((await params).slug);
  if (page === null) return missingImage();
  return drawImage(describeToolImage(page.tool, page.snapshot, (await getFaces()).covers));
}
