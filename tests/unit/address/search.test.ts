import { expect, test } from 'vitest';
import { filteredSearchHref, noFilters, parseAsWritten, parseSearchFilters, searchFilters } from '../../../lib/address/search';

test('the filters of a search stand in its address', () => {
  const filters = { ...noFilters, kind: 'model', maxPrice: '0.5', modality: 'image-in' } as const;
  const href = filteredSearchHref('speech', [], filters);
  expect(href).toBe('/search?q=speech&kind=model&maxPrice=0.5&modality=image-in');
  expect(parseSearchFilters(new URLSearchParams(href.split('?')[1]))).toEqual(filters);
});

test.each(['maxPrice=-1', 'maxPrice=1e9', 'kind=spoon', 'weights=maybe', 'modality=smell', 'pricing=', 'licence=%00', 'licence=any', 'pricing=any'])(
  '%s is no filter',
  (query) => {
    expect(parseSearchFilters(new URLSearchParams(query))).toEqual(noFilters);
  },
);

test('a filter that is not to be read from the words stands in the address as any, all of them as one word', () => {
  const one = filteredSearchHref('free speech app', [], { kind: 'app' }, ['pricing']);
  expect(one).toBe('/search?q=free+speech+app&kind=app&pricing=any');
  expect(parseAsWritten(new URLSearchParams(one.split('?')[1]))).toEqual(['pricing']);
  const all = filteredSearchHref('free speech app', [], { kind: 'app' }, searchFilters);
  expect(all).toBe('/search?q=free+speech+app&kind=app&as=written');
  expect(parseAsWritten(new URLSearchParams(all.split('?')[1]))).toEqual([...searchFilters]);
});

test('what is free, and any open licence, can be chosen', () => {
  expect(parseSearchFilters(new URLSearchParams('pricing=free&licence=open'))).toEqual({ ...noFilters, pricing: 'free', licence: 'open' });
});
