import { formatPrice } from '../../lib/format/price';
import type { ToolCard } from '../../lib/pages/tool-card';

/** How one pays and from what, in the few words a list has room for. */
export function wordPrice(card: Pick<ToolCard, 'pricing' | 'licence' | 'startingPrice' | 'startingPriceSignal'>): string {
  if (card.pricing === 'free software') return card.licence === null ? 'free software' : `free software, ${card.licence}`;
  if (card.startingPrice === null || card.startingPriceSignal === null) return card.pricing === null ? 'price unknown' : `${card.pricing}, price unknown`;
  const price = formatPrice(card.startingPrice, card.startingPriceSignal);
  return card.pricing === null ? price : `${card.pricing}, from ${price}`;
}
