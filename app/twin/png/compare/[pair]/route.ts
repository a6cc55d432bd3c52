import { parseSet } from '@/lib/address/set';
import { loadComparison } from '@/lib/pages/load-comparison';
import { missingImage } from '@/lib/pages/picture-response';
import { describeComparisonImage } from '@/lib/pages/share-image';
import { drawImage, getFaces } from '../../draw';

export async function GET(_request: Request, { params }: { params: Promise<{ pair: string }> }): Promise<Response> {
  const page = await loadComparison(parseSet((await params).pair).names);
  if (page === null) return missingImage();
  return drawImage(describeComparisonImage(page.comparison, page.snapshot, (await getFaces()).covers));
}
