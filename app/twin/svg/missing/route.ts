import { missingImage } from '@/lib/pages/picture-response';

export function GET(): Response {
  return missingImage();
}
