import { expect, test } from 'vitest';
import { findOtherClaims } from '../../../lib/catalog/other-claims';
import { aFact } from '../support/a-tool';

const claim = (value: number, source: string, asOf = '2026-08-01') => aFact('context-tokens', value, { source, asOf, key: `${source} ${asOf} ${value}` });

test('another source that says something else under the same conditions stands beside the claim that counts', () => {
  const [one, other, older] = [claim(1_000, 'a'), claim(2_000, 'b'), claim(3_000, 'b', '2026-01-01')];
  expect(findOtherClaims([one, other, older], one)).toEqual([other]);
});

test('sources that agree, other conditions and corrected claims are no disagreement', () => {
  const one = claim(1_000, 'a');
  const elsewhere = aFact('context-tokens', 5, { source: 'b', conditions: { host: 'OpenRouter' } });
  const wrong = claim(7, 'c');
  const correction = aFact('context-tokens', 1_000, { source: 'c', corrects: wrong.key, key: 'correction', asOf: '2026-08-02' });
  expect(findOtherClaims([one, claim(1_000, 'b'), elsewhere, wrong, correction], one)).toEqual([]);
});

test('what moves by itself has a history and no disagreement', () => {
  const stars = (value: number, source: string) => aFact('stars', value, { source, key: source });
  const one = stars(10, 'a');
  expect(findOtherClaims([one, stars(20, 'b')], one)).toEqual([]);
});
