import { findFact } from './current';
import type { StoredFact } from './tool';

/** What a model takes and gives besides text, as searches are narrowed by it. */
export const modalities = ['image-in', 'audio-in', 'video-in', 'file-in', 'image-out', 'audio-out', 'video-out'] as const;
export type Modality = (typeof modalities)[number];

/** Sources say "file" where any file is taken and "pdf" where only that is. */
const sameAs: Readonly<Record<string, string>> = { pdf: 'file' };

/** From the facts in force, in the order above; none where nothing is known. */
export function listModalities(facts: readonly StoredFact[]): Modality[] {
  const known = (['in', 'out'] as const).flatMap((way) => {
    const value = findFact(facts, `modalities-${way}`)?.value;
    return Array.isArray(value) ? value.map((each) => `${sameAs[each] ?? each}-${way}`) : [];
  });
  return modalities.filter((modality) => known.includes(modality));
}
