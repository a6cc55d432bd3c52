import { expect, test } from 'vitest';
import { findTasks, sayTasks } from '../../../lib/match/find-tasks';
import { taskWords } from '../../../lib/match/task-words';

const findEverydayWords = (name: string): string => sayTasks(findTasks([name]));

test.each([
  ['Automatic Speech Recognition', 'transcribe'],
  ['Audio Text-to-Speech', 'aloud'],
  ['speech-to-speech-translation', 'spoken voice message'],
  ['Named Entity Recognition', 'names of people'],
  ['Sentence Embeddings', 'similar'],
])('%s is also found by "%s"', (name, words) => {
  expect(findEverydayWords(name)).toContain(words);
});

test('the longer of two names counts: labels without examples are not labels with them', () => {
  expect(findEverydayWords('Zero-Shot Image Classification')).toContain('without training examples');
  expect(findEverydayWords('Zero-Shot Image Classification')).not.toContain('what kind of animal');
});

test('a direction is not its reverse', () => {
  expect(findEverydayWords('Image-to-Text')).not.toBe(findEverydayWords('Text-to-Image'));
});

test('a name without a task has no such words', () => {
  expect(findEverydayWords('Pin a commit')).toBe('');
  expect(findEverydayWords('')).toBe('');
});

test('a capability is found by the task that either of its names holds, and by each once', () => {
  expect(sayTasks(findTasks(['Transcribe in batches', 'Transcribe speech']))).toContain('podcast');
  expect(findTasks(['Transcribe speech', 'Speech recognition'])).toHaveLength(1);
});

test('no task is named twice under one heading', () => {
  for (const { names } of taskWords) expect(new Set(names).size).toBe(names.length);
});
