import type { Covers } from '../format/drawable';

/** Offsets into a TrueType file: its table of characters lists ranges of code points (OpenType specification, `cmap`). */
const directoryStart = 12;
const entryLength = 16;

function findCharacterMap(font: Buffer): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = directoryStart + index * entryLength;
    if (font.toString('latin1', entry, entry + 4) === 'cmap') return font.readUInt32BE(entry + 8);
  }
  throw new Error('The font has no table of characters.');
}

/** Ranges of format 4: the basic plane, as parallel lists of ends and starts. */
function* readSegments(font: Buffer, at: number): Generator<readonly [number, number], void> {
  const bytes = font.readUInt16BE(at + 6);
  for (let offset = 0; offset < bytes; offset += 2) yield [font.readUInt16BE(at + 16 + bytes + offset), font.readUInt16BE(at + 14 + offset)];
}

/** Which characters a TrueType font has, by the ranges that it lists; by its table of format 4; it throws for a file that is no such font. */
export function readCoverage(font: Buffer): Covers {
  const map = findCharacterMap(font);
  const ranges: (readonly [number, number])[] = [];
  for (let index = 0; index < font.readUInt16BE(map + 2); index += 1) {
    const table = map + font.readUInt32BE(map + 4 + index * 8 + 4);
    if (font.readUInt16BE(table) === 4) ranges.push(...readSegments(font, table));
  }
  // U+FFFF ends every list of format 4 and is no character.
  return (codePoint) => codePoint !== 0xffff && ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
