import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWordVectors, type WordVectors } from '../match/meaning';

let vectors: WordVectors | null = null;

/** The vectors of words that ship, read when first asked for. */
export function getWordVectors(): WordVectors {
  vectors ??= parseWordVectors(readFileSync(join(process.cwd(), 'lib', 'match', 'word-vectors.bin')));
  return vectors;
}
