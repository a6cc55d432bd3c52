import { offeredPrices, type SearchFilter } from '../address/search';
import { anyFree, anyOpenLicence, isFree, openLicences } from '../catalog/open-licences';
import type { ToolCard } from './tool-card';

/** True for what is free, and for what costs at most so much for a million input tokens. */
export function isWithinPrice(card: Pick<ToolCard, 'startingPrice' | 'startingPriceSignal'>, most: string): boolean {
  if (card.startingPrice === null) return false;
  return Number(card.startingPrice) === 0 || (card.startingPriceSignal === 'price-input' && Number(card.startingPrice) <= Number(most));
}

function listValues(card: ToolCard, filter: SearchFilter): readonly string[] {
  switch (filter) {
    case 'kind':
      return [card.kind];
    case 'pricing':
      return [...(isFree(card) ? [anyFree] : []), card.pricing ?? 'unknown'];
    case 'licence':
      return [...(card.licence !== null && openLicences.has(card.licence) ? [anyOpenLicence] : []), card.licence ?? 'unknown'];
    case 'weights':
      return card.openWeights === null ? [] : [card.openWeights ? 'open' : 'closed'];
    case 'modality':
      return card.modalities;
    case 'maxPrice':
      return offeredPrices.filter((most) => isWithinPrice(card, most));
  }
}

/** How many of these tools each choice of a filter would leave: most first, prices in their order. */
export function countChoices(cards: readonly ToolCard[], filter: SearchFilter): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of cards.flatMap((card) => listValues(card, filter))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const choices = [...counts].map(([value, count]) => ({ value, count }));
  if (filter === 'maxPrice') return choices.sort((a, b) => Number(a.value) - Number(b.value));
  return choices.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
