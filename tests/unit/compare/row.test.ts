import { expect, test } from 'vitest';
import { type Cell, findSameness } from '../../../lib/compare/row';

const value = (text: string, exact: string | number = text): Cell => ({ state: 'value', text, amount: null, exact, facts: [], detail: null, bar: null });
const unknown: Cell = { state: 'unknown', text: 'unknown', bar: null };
const notApplicable: Cell = { state: 'not-applicable', text: 'not applicable' };

test.each<[string, Cell[], string]>([
  ['the same words', [value('MIT'), value('MIT')], 'same'],
  ['other words', [value('MIT'), value('Apache-2.0')], 'differs'],
  ['numbers that are printed alike', [value('70', 70.2), value('70', 69.9)], 'same'],
  ['one of three apart', [value('MIT'), value('MIT'), value('GPL-3.0')], 'differs'],
  ['zero and what is not known', [value('0', 0), unknown], 'cannot-tell'],
  ['nothing known', [unknown, unknown], 'cannot-tell'],
  ['what applies to neither', [notApplicable, notApplicable], 'same'],
  ['what applies to one', [value('0', 0), notApplicable], 'differs'],
])('%s: %s', (_, cells, sameness) => {
  expect(findSameness({ cells })).toBe(sameness);
  expect(findSameness({ cells: [...cells].reverse() })).toBe(sameness);
});
