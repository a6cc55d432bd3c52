/** A word of a need that no tool has, and the word of a tool's name that was meant. */
export type Correction = { typed: string; meant: string };

/** Shorter words are like too many names: "rash" is no misspelt "Rasa". */
const shortest = 5;
/** From this length on two slips are forgiven, below it one. */
const twoSlipsFrom = 8;

/** Letters put in, left out, exchanged or swapped with their neighbour until one word is the other (optimal string alignment). */
export function countSlips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_none, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(row - 2, column - 2) + 1 : a.length + b.length;
      line.push(Math.min(at(row - 1, column) + 1, (line[column - 1] ?? 0) + 1, at(row - 1, column - 1) + same, swapped));
    }
    rows.push(line);
  }
  return at(a.length, b.length);
}

/** Slips that are forgiven in a word of this length. */
const forgive = (length: number): number => (length < twoSlipsFrom ? 1 : 2);

/** Where a name can stand that somebody meant by a word: how it begins, and how many letters it has. Null for words that nothing is sought for. */
export function boundIntended(word: string): { word: string; first: string; shortest: number; longest: number } | null {
  const [first] = word;
  if (first === undefined || word.length < shortest) return null;
  const slips = forgive(word.length);
  return { word, first, shortest: Math.max(shortest, word.length - slips), longest: word.length + slips };
}

/** The word of a name that somebody meant by a word that nothing has: the one with the fewest slips, if they are few. Both in lower case. */
export function findIntended(word: string, names: readonly string[]): string | null {
  const bounds = boundIntended(word);
  if (bounds === null) return null;
  const [best] = names
    .filter((name) => name.startsWith(bounds.first) && name.length >= bounds.shortest && name.length <= bounds.longest)
    .map((name) => ({ name, slips: countSlips(word, name) }))
    .filter(({ slips }) => slips > 0 && slips <= forgive(word.length))
    .sort((a, b) => a.slips - b.slips || (a.name < b.name ? -1 : 1));
  return best?.name ?? null;
}

/** The need with what was meant in the place of what was typed, in lower case. */
export function correctNeed(need: string, corrections: readonly Correction[]): string {
  const meant = new Map(corrections.map((each) => [each.typed, each.meant]));
  return need.toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => meant.get(word) ?? word);
}
