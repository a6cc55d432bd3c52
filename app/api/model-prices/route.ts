import { loadModelPrices } from '@/lib/pages/load-model-prices';

export const dynamic = 'force-dynamic';

/** Prices of the models that a tool may be priced with, each with its host, day and source. Kept for the snapshot like a page. */
export async function GET(): Promise<Response> {
  return Response.json(await loadModelPrices());
}
