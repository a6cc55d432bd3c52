import { expect, test } from 'vitest';
import { findScoringDay } from '../../../lib/rank/score';
import { aFact, aTool } from '../support/a-tool';

test('scores are taken on the newest day on which a ranked signal was measured', () => {
  const tools = [aTool({ facts: [aFact('stars', 1, { asOf: '2026-02-01' })] }), aTool({ facts: [aFact('forks', 1, { asOf: '2026-03-01' })] })];
  expect(findScoringDay(tools)).toBe('2026-03-01');
});

test('a manual read later, and a claim made later, age nobody', () => {
  const facts = [
    aFact('stars', 1, { asOf: '2026-02-01' }),
    aFact('documentation', 'https://example.org', { asOf: '2026-11-01' }),
    aFact('stars', 2, { asOf: '2026-10-01', method: 'vendor-claimed' }),
  ];
  expect(findScoringDay([aTool({ facts })])).toBe('2026-02-01');
});

test('where nothing was measured there is no day', () => {
  expect(findScoringDay([aTool()])).toBeNull();
});
