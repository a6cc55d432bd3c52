/** True for letters that the fonts of a picture have. */
export type Covers = (codePoint: number) => boolean;

/** What decorates a text and says nothing: emoji, with what colours them, and what is no character. */
const ornament = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cc}\p{Co}\p{Cs}]|\u20e3/gu;

/** Marks that are not seen: they join letters, turn their direction, or choose a form. */
const unseen = /[\p{Cf}\p{Variation_Selector}]/gu;

/** ASCII digits and signs count as emoji parts, and stay; so do the few pictographs that are plain signs. */
const plain = /[\u0020-\u007e\u00a9\u00ae\u2122]/;

/**
 * The text without emoji, or null when letters are left that the fonts do not have: half a name is worse than none.
 * A picture never fetches a font.
 */
export function makeDrawable(text: string, covers: Covers): string | null {
  const kept = text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(ornament, (sign) => (plain.test(sign) ? sign : ' '))
    .replace(/\s+/g, ' ')
    .trim();
  const isDrawn = [...kept].every((letter) => covers(letter.codePointAt(0) ?? 0));
  return kept !== '' && isDrawn ? kept : null;
}
