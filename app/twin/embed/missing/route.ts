import { printMissingCard } from '@/components/embed/comparison-card';
import { getConfig } from '@/lib/config';
import { respondCard } from '../respond';

export function GET(request: Request): Response {
  return respondCard(printMissingCard(new URL(request.url).searchParams.getAll('name'), getConfig().siteUrl), 404);
}
