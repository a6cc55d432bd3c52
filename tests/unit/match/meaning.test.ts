import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseWordVectors, readMeaning, splitWords, type WordVectors } from '../../../lib/match/meaning';

/** A file as it ships, of words whose numbers are whole. */
function makeFile(words: Readonly<Record<string, readonly number[]>>, dimensions: number): Uint8Array {
  const names = Object.keys(words);
  const steps = new Float32Array(names.length).fill(1);
  const values = Int8Array.from(Object.values(words).flat());
  return Buffer.concat([Buffer.from(`${JSON.stringify({ dimensions })}\n${names.join(' ')}\n`), Buffer.from(steps.buffer), Buffer.from(values.buffer)]);
}

const few = parseWordVectors(makeFile({ dog: [10, 0], puppy: [9, 1], cat: [6, 8], invoice: [0, 10] }, 2));

describe('words as numbers', () => {
  test('a file that was cut off is rejected with a sentence', () => {
    expect(() => parseWordVectors(makeFile({ dog: [1, 2] }, 2).subarray(0, -1))).toThrow('hold 5 bytes of numbers, which is not what 1 words of 2 take');
  });

  test('names are split into the words they are made of', () => {
    expect(splitWords("ChartTool doesn't read PDF4")).toEqual(['chart', 'tool', "doesn't", 'read', 'pdf']);
  });

  test('the same words are as near as a text can be, others less, and what has nothing in common not at all', () => {
    const findNearest = readMeaning(few, 'dog');
    const [same, alike, near, far] = ['a Dog!', 'puppy', 'cat', 'invoice'].map((text) => findNearest([text]));
    expect(same).toEqual({ weight: 4.5, words: ['dog'] });
    expect(alike).toEqual(same);
    // A cosine of .6 is .45 above what has nothing to do with it, where .65 is as near as can be.
    expect(near).toEqual({ weight: 3.115385, words: ['dog'] });
    expect(far).toBeNull();
  });

  test('it names the words of the need that bring a text near', () => {
    expect(readMeaning(few, 'invoice dog')(['puppy'])?.words).toEqual(['dog']);
    expect(readMeaning(few, 'dog invoice')(['puppy and invoice'])?.words).toEqual(['invoice', 'dog']);
  });

  test('of several texts the nearest counts, the first of those that are equally near', () => {
    const findNearest = readMeaning(few, 'dog invoice');
    // From a cosine of .8 on nothing is nearer: the cat comes before the text of the same words.
    expect(findNearest(['invoice', 'cat', 'dog and invoice'])).toEqual({ weight: 4.5, words: ['invoice', 'dog'] });
    expect(findNearest(['nothing', 'invoice', 'dog'])?.words).toEqual(['invoice']);
    expect(findNearest([])).toBeNull();
  });

  test.each(['', '犬', '!?'])('%j has no meaning here, and neither a need nor a text of it is near anything', (nothing) => {
    expect(readMeaning(few, nothing)(['dog'])).toBeNull();
    expect(readMeaning(few, 'dog')([nothing])).toBeNull();
  });
});

describe('the vectors that ship', () => {
  const shipped: WordVectors = parseWordVectors(readFileSync(join('lib', 'match', 'word-vectors.bin')));

  test.each([
    ['photos of my dog', 'Makes pictures of pets.', 'Database for relational data.'],
    ['someone to talk to when I feel lonely', 'A companion for friendly conversation.', 'Compiles TypeScript quickly.'],
    ['what will it cost to fly to Rome', 'Finds airline tickets and their prices.', 'Transcribes the recordings of meetings.'],
  ])('%j is nearer to %j than to %j', (need, near, far) => {
    const findNearest = readMeaning(shipped, need);
    expect(findNearest([near])?.weight ?? 0).toBeGreaterThan(findNearest([far])?.weight ?? 0);
  });
});
