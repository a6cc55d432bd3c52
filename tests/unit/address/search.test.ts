import { expect, test } from 'vitest';
import { filteredSearchHref, parseSearchFilters } from '../../../lib/address/search';

const none = { kind: null, pricing: null, licence: null, weights: null, maxPrice: null, modality: null };

test('the filters of a search stand in its address', () => {
  const filters = { ...none, kind: 'model', maxPrice: '0.5', modality: 'image-in' } as const;
  const href = filteredSearchHref('speech', [], filters);
  expect(href).toBe('/search?q=speech&kind=model&maxPrice=0.5&modality=image-in');
  expect(parseSearchFilters(new URLSearchParams(href.split('?')[1]))).toEqual(filters);
});

test.each(['maxPrice=-1', 'maxPrice=1e9', 'kind=spoon', 'weights=maybe', 'modality=smell', 'pricing=', 'licence=%00'])('%s is no filter', (query) => {
  expect(parseSearchFilters(new URLSearchParams(query))).toEqual(none);
});
