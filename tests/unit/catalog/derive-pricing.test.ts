import { expect, test } from 'vitest';
import { derivePricing } from '../../../lib/catalog/derive-pricing';
import { fact as factShape } from '../../../lib/catalog/record';
import { aFact } from '../support/a-tool';

test.each([
  ['a price above zero', 'model', [aFact('price-input', '0.1', { conditions: { host: 'OpenRouter' } })], 'usage-based'],
  ['a price of a picture', 'model', [aFact('price-image', '0.04')], 'usage-based'],
  ['an open licence', 'repository', [aFact('licence', 'MIT')], 'free software'],
  ['open weights under an open licence', 'model', [aFact('licence', 'Apache-2.0'), aFact('open-weights', true)], 'free software'],
] as const)('%s says how one pays', (_what, kind, facts, value) => {
  const derived = derivePricing(kind, facts);
  expect(derived).toMatchObject({ signal: 'pricing-model', value, method: 'derived', source: facts[0].source, asOf: facts[0].asOf });
  expect(factShape.safeParse(derived).success).toBe(true);
});

test.each([
  ['nothing known', 'repository', []],
  ['a price of zero', 'model', [aFact('price-input', '0')]],
  ['a licence that restricts use', 'repository', [aFact('licence', 'Sustainable Use License 1.0')]],
  ['an open licence of a model whose weights are not known to be open', 'model', [aFact('licence', 'MIT')]],
  ['somebody has stated it', 'repository', [aFact('licence', 'MIT'), aFact('pricing-model', 'free tier')]],
] as const)('%s derives nothing', (_what, kind, facts) => {
  expect(derivePricing(kind, facts)).toBeNull();
});
