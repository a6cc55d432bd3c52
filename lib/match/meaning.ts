/**
 * Words as numbers, such that the sum of those of a text points where the meaning of the whole text lies. How they were
 * fitted, and what they give to a search: README.md, "Meaning".
 */
export type WordVectors = {
  /** Numbers of a word. */
  dimensions: number;
  /** Which word stands where. */
  places: ReadonlyMap<string, number>;
  /** The numbers of all words, one word after another, in steps. */
  values: Int8Array;
  /** What a step of each word's numbers is worth. */
  steps: Float32Array;
};

/** How near a text is to a need, and the words of the need that bring it near, the nearest first. */
export type Likeness = { weight: number; words: string[] };

/** Tells which of some texts is nearest to one need (the first of equals), and how near; null if none is nearer than any other text. Whatever else tells it can take its place. */
export type Meaning = (texts: readonly string[]) => Likeness | null;

/** What the nearest text there can be adds to a score, in points of the words' weights. */
const greatestWeight = 4.5;
/** The cosine that nine in ten pairs of a need and a tool's text exceed, whether they have to do with each other or not. */
const unrelated = 0.15;
/** From this cosine on a text says what the need says, and nothing is nearer. */
const alike = 0.8;
/** So many words say what brought a text near, if they gave at least so much of what all did. */
const namedWords = 3;
const leastShare = 0.15;

const space = 10;

/** Reads what tests/bench/match/fit-words.ts wrote: a line of JSON, a line of words, a step each (32-bit floats), and the numbers (bytes). Throws a sentence for anything else. */
export function parseWordVectors(file: Uint8Array): WordVectors {
  const ends = [file.indexOf(space), file.indexOf(space, file.indexOf(space) + 1)] as const;
  const text = new TextDecoder();
  const { dimensions } = JSON.parse(text.decode(file.subarray(0, ends[0]))) as { dimensions: number };
  const words = text.decode(file.subarray(ends[0] + 1, ends[1])).split(' ');
  // A copy begins where numbers of four bytes may begin.
  const numbers = new Uint8Array(file.subarray(ends[1] + 1));
  const stepsEnd = words.length * Float32Array.BYTES_PER_ELEMENT;
  if (numbers.length !== stepsEnd + words.length * dimensions)
    throw new Error(`The word vectors hold ${numbers.length} bytes of numbers, which is not what ${words.length} words of ${dimensions} take.`);
  return {
    dimensions,
    places: new Map(words.map((word, place) => [word, place])),
    steps: new Float32Array(numbers.buffer, 0, words.length),
    values: new Int8Array(numbers.buffer, stepsEnd),
  };
}

/** The words of a text in lower case, "ChartTool" as two. */
export const splitWords = (text: string): string[] =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z][a-z']*/g) ?? [];

function addWord({ dimensions, places, values, steps }: WordVectors, word: string, sum: Float64Array): void {
  const place = places.get(word);
  if (place === undefined) return;
  const step = steps[place] ?? 0;
  for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (values[place * dimensions + at] ?? 0) * step;
}

function sumWords(vectors: WordVectors, words: readonly string[]): Float64Array {
  const sum = new Float64Array(vectors.dimensions);
  for (const word of words) addWord(vectors, word, sum);
  return sum;
}

function multiply(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** What a cosine adds to a score: six decimals are more than it is worth. */
const weigh = (cosine: number): number => Math.round(greatestWeight * Math.min(1, (cosine - unrelated) / (alike - unrelated)) * 1e6) / 1e6;

/** A word of a need, and what it gives to the sum, as often as it was said. */
type Part = { word: string; vector: Float64Array };

/** The words of a need that bring a text near: its cosine with the text is the sum of what each word gives, so it says itself what it comes from. */
function nameWords(parts: readonly Part[], text: Float64Array): string[] {
  const given = parts.map(({ word, vector }) => ({ word, share: multiply(vector, text) }));
  const all = given.reduce((sum, { share }) => sum + share, 0);
  const named = given.filter(({ share }) => share >= leastShare * all).sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1));
  return named.slice(0, namedWords).map(({ word }) => word);
}

/** How near texts are to a need: by the cosine of what the words of both add up to. */
export function readMeaning(vectors: WordVectors, need: string): Meaning {
  const words = splitWords(need);
  const parts = [...new Set(words)].map((word) => {
    const same = words.filter((each) => each === word);
    return { word, vector: sumWords(vectors, same) };
  });
  const whole = sumWords(vectors, words);
  const length = Math.sqrt(multiply(whole, whole));
  return (texts) => {
    const sums = texts.map((text) => sumWords(vectors, splitWords(text)));
    const weights = sums.map((sum) => {
      const both = length * Math.sqrt(multiply(sum, sum));
      return both === 0 ? 0 : weigh(multiply(whole, sum) / both);
    });
    const weight = Math.max(0, ...weights);
    const nearest = sums[weights.indexOf(weight)];
    return weight === 0 || nearest === undefined ? null : { weight, words: nameWords(parts, nearest) };
  };
}
