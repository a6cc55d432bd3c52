import { expect, test } from 'vitest';
import { findBeside, stressRequest } from '../../../lib/match/request';

/** Words as the lexicon splits them; each is its own stem but for a final s. */
const rowsOf = (words: string): { word: string; stem: string }[] => words.split(' ').map((word) => ({ word, stem: word.replace(/s$/, '') }));

const beside = (need: string, words: string): string[] => [...findBeside(need, rowsOf(words))];

test.each([
  ['I run a bakery in Ghent. We would like to answer calls at night', 'run bakery ghent answer calls night', ['run', 'bakery', 'ghent']],
  ['Our shop has photos. I’d like to sort them', 'shop has photos like sort', ['shop', 'has', 'photos']],
  ['Our photo archive is big. I need to sort photos', 'photo archive big sort photos', ['archive', 'big']],
  ['My team builds bots and I need LangChain with OpenAI', 'team builds bots lang chain open ai', ['team', 'builds', 'bots']],
  ['मैं दुकानदार हूँ। please हिन्दी', 'हिन्दी', []],
])('%j: who asks, and where, stands beside', (need, words, expected) => {
  expect(beside(need, words)).toEqual(expected);
});

test.each([
  ['Transcribe my meetings. It should run offline.', 'transcribe meetings run offline'],
  ['Make a chatbot for my website so that customers find answers', 'make chatbot website customers find answers'],
  ['Detect customer needs in reviews', 'detect customer needs reviews'],
  ['', ''],
])('%j is wanted as a whole', (need, words) => {
  expect(beside(need, words)).toEqual([]);
});

test('what stands beside counts less, and nothing else changes', () => {
  const tools = [
    { id: 'a', score: 10, words: [{ word: 'bakery', weight: 4 }] },
    { id: 'b', score: 9, words: [{ word: 'calls', weight: 4 }] },
  ];
  const [a, b] = stressRequest(tools, new Set(['bakery']));
  expect(a?.score).toBeCloseTo(10 - 0.3 * 4);
  expect(b).toEqual(tools[1]);
});
