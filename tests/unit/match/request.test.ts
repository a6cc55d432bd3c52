import { expect, test } from 'vitest';
import { findRequest } from '../../../lib/match/request';

test('who asks, and where, is no part of what is asked for', () => {
  const request = findRequest('I run a bakery in Ghent. We would like to answer calls at night');
  expect([...request]).toEqual(expect.arrayContaining(['answer', 'calls', 'night']));
  expect(request.has('bakery')).toBe(false);
  expect(request.has('ghent')).toBe(false);
});

test('a need that does not say where it begins is asked for as a whole', () => {
  expect([...findRequest('Transcribe calls, in Dutch')]).toEqual(['transcribe', 'calls', 'in', 'dutch']);
  expect(findRequest('').size).toBe(0);
});

test('a word that stands in both is asked for', () => {
  expect(findRequest('Our photos are dark. How can I brighten photos?').has('photos')).toBe(true);
});
