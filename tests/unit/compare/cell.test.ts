import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signalIds } from '../../../lib/catalog/signals';
import { describeFact, findAmount, formatValue, makeFactCell } from '../../../lib/compare/cell';
import { aFact, aGap } from '../support/a-tool';
import { anyFact } from '../support/arbitrary-tools';

test.each([
  ['stars', 89_671, '89,671'],
  ['stars', 0, '0'],
  ['issues-closed', 0.712, '71.2 %'],
  ['aa-intelligence', 36.4, '36.4'],
  ['price-input', '0.3', '$0.30'],
  ['price-input', '0', '$0.00'],
  ['last-commit', '2022-09-20', '20 September 2022'],
  ['open-weights', false, 'no'],
  ['tools-validated', true, 'yes'],
  ['modalities-in', ['file', 'image', 'text'], 'file, image and text'],
  ['licence', 'MIT', 'MIT'],
] as const)('%s %j prints as %j', (signal, value, text) => {
  expect(formatValue(typeof value === 'object' ? [...value] : value, signal)).toBe(text);
});

test.each([
  ['stars', 5, 5],
  ['price-input', '0.30', 0.3],
  ['tools-validated', true, 1],
  ['tools-validated', false, 0],
  ['licence', 'MIT', null],
  ['last-commit', '2022-09-20', null],
  ['modalities-in', ['text'], null],
] as const)('%s %j is compared as %j', (signal, value, amount) => {
  expect(findAmount(aFact(signal, typeof value === 'object' ? [...value] : value))).toBe(amount);
});

test('four states are kept apart: a value, zero, unknown and not applicable', () => {
  expect(makeFactCell(aFact('stars', 5))).toMatchObject({ state: 'value', text: '5', amount: 5, exact: 5 });
  expect(makeFactCell(aFact('stars', 0))).toMatchObject({ state: 'value', text: '0', amount: 0, exact: 0 });
  expect(makeFactCell(null)).toEqual({ state: 'unknown', text: 'unknown', bar: null });
  expect(makeFactCell(aGap('licence', 'Hosted only.'))).toEqual({ state: 'not-applicable', text: 'Hosted only.' });
});

test('a value names its fact, its host and its day', () => {
  const fact = aFact('price-input', '0.3', { conditions: { host: 'OpenRouter', prompt: 'up to 200,000 tokens' }, asOf: '2026-08-01' });
  expect(makeFactCell(fact)).toMatchObject({ exact: '0.3', facts: [fact.key], detail: 'OpenRouter, prompt: up to 200,000 tokens, 1 August 2026' });
});

test('conditions that the label says already are not said again', () => {
  expect(describeFact(aFact('aa-coding', 1, { conditions: { benchmark: 'Artificial Analysis', 'published-by': 'OpenRouter API' }, asOf: '2026-08-01' }))).toBe(
    '1 August 2026',
  );
});

test('any fact makes a cell that says something', () => {
  fc.assert(
    fc.property(fc.constantFrom(...signalIds).chain(anyFact), (fact) => {
      const cell = makeFactCell({ ...fact, key: 'k' });
      expect(cell.text).toMatch(/\S/);
      expect(cell.state).toBe(fact.notApplicable === undefined ? 'value' : 'not-applicable');
    }),
  );
});
