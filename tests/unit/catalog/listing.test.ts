import { expect, test } from 'vitest';
import { describeListing, findStartingPrice } from '../../../lib/catalog/listing';
import { aFact, aGap, aTool } from '../support/a-tool';

test('of a tool of which nothing is known the list says nothing', () => {
  expect(describeListing(aTool())).toEqual({
    pricing: null,
    licence: null,
    openWeights: null,
    modalities: [],
    startingPrice: null,
    startingPriceSignal: null,
    newestFact: null,
  });
});

test('free software starts at zero dollars', () => {
  const tool = aTool({ facts: [aFact('pricing-model', 'free software'), aFact('licence', 'MIT')] });
  expect(describeListing(tool)).toMatchObject({ pricing: 'free software', licence: 'MIT', startingPrice: '0', startingPriceSignal: null });
});

test('free software starts at zero also where its maker sells an optional plan', () => {
  const tool = aTool({ facts: [aFact('pricing-model', 'free software'), aFact('price-month', '9.99')] });
  expect(findStartingPrice(tool)).toBeNull();
  expect(describeListing(tool)).toMatchObject({ startingPrice: '0', startingPriceSignal: null });
});

test('a model starts at the input price of its maker, as the exact decimal', () => {
  const tool = aTool({
    kind: 'model',
    category: 'chat-model',
    facts: [
      aFact('pricing-model', 'usage-based'),
      aFact('price-input', '0.2', { conditions: { host: 'OpenRouter' } }),
      aFact('price-input', '0.30', { conditions: { host: 'OpenAI API' } }),
    ],
  });
  expect(describeListing(tool)).toMatchObject({ startingPrice: '0.30', startingPriceSignal: 'price-input' });
});

test('a subscription starts at its lowest plan', () => {
  expect(describeListing(aTool({ facts: [aFact('pricing-model', 'subscription'), aFact('price-month', '20')] }))).toMatchObject({
    startingPrice: '20',
    startingPriceSignal: 'price-month',
  });
});

test('a subscription whose price no source gives has no price, not a price of zero', () => {
  expect(describeListing(aTool({ facts: [aFact('pricing-model', 'subscription')] })).startingPrice).toBeNull();
});

test('a licence that does not apply is none', () => {
  expect(describeListing(aTool({ facts: [aGap('licence')] })).licence).toBeNull();
});

test('closed weights are a fact, unknown weights are not', () => {
  const model = { kind: 'model', category: 'chat-model' } as const;
  expect(describeListing(aTool({ ...model, facts: [aFact('open-weights', false)] })).openWeights).toBe(false);
  expect(describeListing(aTool(model)).openWeights).toBeNull();
});

test('the newest fact is the one of the latest date', () => {
  expect(describeListing(aTool({ facts: [aFact('stars', 1, { asOf: '2026-03-01' }), aFact('forks', 1, { asOf: '2026-02-28' })] })).newestFact).toBe(
    '2026-03-01',
  );
});

test('a price that does not apply is none, and a plan counts before it', () => {
  const gap = aGap('price-input', 'Its maker sells no tokens.');
  expect(findStartingPrice(aTool({ facts: [gap] }))).toBe(gap);
  expect(describeListing(aTool({ facts: [gap] }))).toMatchObject({ startingPrice: null, startingPriceSignal: null });
  expect(describeListing(aTool({ facts: [gap, aFact('price-month', '20')] }))).toMatchObject({ startingPrice: '20', startingPriceSignal: 'price-month' });
});

test('what a model takes and gives besides text is listed once each, and a PDF is a file', () => {
  const facts = [aFact('modalities-in', ['text', 'pdf', 'image', 'file']), aFact('modalities-out', ['text', 'audio'])];
  expect(describeListing(aTool({ kind: 'model', category: 'chat-model', facts })).modalities).toEqual(['image-in', 'file-in', 'audio-out']);
});
