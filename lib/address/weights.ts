/** What a reader lets each component weigh: whole numbers from 0 to 100, not all 0; only their proportions count. */
export type ReaderWeights = { adoption: number; quality: number; ecosystem: number; freshness: number };

const written = /^a(100|[1-9]?\d),q(100|[1-9]?\d),e(100|[1-9]?\d),f(100|[1-9]?\d)$/;

/** Reads `a40,q30,e10,f20`. Anything else is null: a damaged link shows the published ranking and never a third one. */
export function parseWeights(text: string | null): ReaderWeights | null {
  const match = written.exec(text ?? '');
  if (!match) return null;
  const [adoption = 0, quality = 0, ecosystem = 0, freshness = 0] = match.slice(1).map(Number);
  return adoption + quality + ecosystem + freshness === 0 ? null : { adoption, quality, ecosystem, freshness };
}

export const formatWeights = ({ adoption, quality, ecosystem, freshness }: ReaderWeights): string => `a${adoption},q${quality},e${ecosystem},f${freshness}`;
