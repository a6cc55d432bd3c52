import { expect, test } from 'vitest';
import { alignConditions } from '../../../lib/compare/same-conditions';
import { aFact, aTool } from '../support/a-tool';

const at = (host: string, value: string, more: Record<string, string> = {}) => aFact('price-input', value, { conditions: { host, ...more } });
const tools = (...facts: ReturnType<typeof aFact>[][]) => facts.map((each) => aTool({ facts: each }));
const values = (...facts: ReturnType<typeof aFact>[][]) => {
  const { facts: aligned, same } = alignConditions(tools(...facts), 'price-input');
  return { values: aligned.map((fact) => fact?.value ?? null), same };
};

test('two makers, each at its own host, are held against each other', () => {
  expect(values([at('OpenAI API', '1')], [at('Mistral API', '2')])).toEqual({ values: ['1', '2'], same: true });
});

test('a maker is not held against a reseller', () => {
  expect(values([at('OpenAI API', '1')], [at('OpenRouter', '2')])).toEqual({ values: ['1', '2'], same: false });
});

test('where only the reseller has both, its prices are compared', () => {
  expect(values([at('OpenAI API', '1'), at('OpenRouter', '3')], [at('OpenRouter', '2')])).toEqual({ values: ['3', '2'], same: true });
});

test('where both are known at makers and at the reseller, the makers are compared', () => {
  expect(values([at('OpenRouter', '3'), at('OpenAI API', '1')], [at('OpenRouter', '4'), at('Mistral API', '2')])).toEqual({ values: ['1', '2'], same: true });
});

test('the length of a prompt up to which a price holds is no condition of its own', () => {
  expect(values([at('OpenAI API', '1', { prompt: 'up to 200,000 tokens' })], [at('Mistral API', '2')])).toEqual({ values: ['1', '2'], same: true });
});

test('a benchmark under another effort is another measurement', () => {
  const run = (value: number, effort: string) => [aFact('gpqa-diamond', value, { conditions: { effort } })];
  expect(alignConditions(tools(run(0.7, 'low'), run(0.8, 'high')), 'gpqa-diamond').same).toBe(false);
  expect(alignConditions(tools(run(0.7, 'high'), run(0.8, 'high')), 'gpqa-diamond').same).toBe(true);
});

test('what is unknown of one tool is the same as nothing', () => {
  expect(values([at('OpenAI API', '1')], [])).toEqual({ values: ['1', null], same: false });
});

test('the order of the tools changes nothing', () => {
  const one = [at('OpenAI API', '1'), at('OpenRouter', '3')];
  const other = [at('OpenRouter', '2')];
  expect(values(other, one).values).toEqual([...values(one, other).values].reverse());
});
