import { expect, test } from 'vitest';
import { boundIntended, correctNeed, countSlips, findIntended } from '../../../lib/match/intended-name';
import { normaliseNeed } from '../../../lib/match/tidy-need';

test.each([
  ['ollama', 'ollama', 0],
  ['olama', 'ollama', 1],
  ['langchian', 'langchain', 1],
  ['gemni', 'gemini', 1],
  ['deapsek', 'deepseek', 2],
  ['', 'rasa', 4],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %i slips, there and back', (a, b, slips) => {
  expect([countSlips(a, b), countSlips(b, a)]).toEqual([slips, slips]);
});

test.each([
  ['olama', ['llama', 'ollama'], 'ollama'],
  ['langchian', ['langchain', 'langgraph'], 'langchain'],
  ['whisker', ['whisper'], 'whisper'],
  ['rash', ['rasa'], null],
  ['jumper', ['jupyter'], null],
  ['ollama', ['ollama'], null],
  ['vector', ['hector'], null],
  ['chess', [], null],
])('%j among %j means %j', (word, names, meant) => {
  expect(findIntended(word, names)).toBe(meant);
});

test.each([
  ['olama', { word: 'olama', first: 'o', shortest: 5, longest: 6 }],
  ['langchian', { word: 'langchian', first: 'l', shortest: 7, longest: 11 }],
  ['rash', null],
  ['', null],
])('names that %j may mean are within %j', (word, bounds) => {
  expect(boundIntended(word)).toEqual(bounds);
});

test('a correction changes its own word and no part of another', () => {
  expect(correctNeed('Olama, or olamas? (OLAMA)', [{ typed: 'olama', meant: 'ollama' }])).toBe('ollama, or olamas? (ollama)');
});

test('a need is the same need in other capitals, with other spaces and without its full stop', () => {
  expect(normaliseNeed('  Clone my\tVoice?! ')).toBe('clone my voice');
});
