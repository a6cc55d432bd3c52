import { expect, test } from 'vitest';
import { findHistories, findReadings } from '../../../lib/compare/history';
import { aFact, aTool } from '../support/a-tool';

const at = (value: string, asOf: string, host = 'OpenRouter') => aFact('price-input', value, { asOf, conditions: { host }, key: `${value} ${asOf} ${host}` });

test('readings are those under the conditions of the fact, one a day, oldest first', () => {
  const facts = [at('2', '2026-08-01'), at('1', '2026-01-29'), at('9', '2026-05-12', 'OpenAI API'), at('3', '2026-05-12')];
  expect(findReadings(facts, facts[0]!).map(({ asOf, amount }) => [asOf, amount])).toEqual([
    ['2026-01-29', 1],
    ['2026-05-12', 3],
    ['2026-08-01', 2],
  ]);
});

test('two tools that were read on two days each make a history, named by the host they share', () => {
  const tools = [
    aTool({ slug: 'a', facts: [at('1', '2026-01-29'), at('2', '2026-08-01')] }),
    aTool({ slug: 'b', facts: [at('4', '2026-01-29'), at('4', '2026-08-01')] }),
  ];
  expect(findHistories(tools)).toMatchObject([{ signal: 'price-input', where: 'OpenRouter', lines: [{ slug: 'a' }, { slug: 'b', readings: [{}, {}] }] }]);
});

test('what was read under conditions that differ is not drawn together, and one reading each is no history', () => {
  const own = aTool({ slug: 'a', facts: [at('1', '2026-01-29', 'OpenAI API'), at('2', '2026-08-01', 'OpenAI API'), at('2', '2026-08-02', 'OpenAI API')] });
  const resold = aTool({ slug: 'b', facts: [at('4', '2026-01-29'), at('4', '2026-08-01')] });
  expect(findHistories([own, resold])).toEqual([]);
  expect(findHistories([aTool({ slug: 'a', facts: [at('1', '2026-08-01')] }), aTool({ slug: 'b', facts: [at('1', '2026-08-01')] })])).toEqual([]);
});
