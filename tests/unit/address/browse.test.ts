import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Browse, browseHref, everything, parseBrowse, pricingWords, sorts } from '../../../lib/address/browse';
import { categoryIds } from '../../../lib/catalog/categories';
import { kinds } from '../../../lib/catalog/kinds';
import { signals } from '../../../lib/catalog/signals';
import { anyText, wholeText } from '../support/any-text';

const read = (href: string): Browse => parseBrowse(new URL(href, 'https://example.org').searchParams);

test('a plain list has a plain address and shows everything', () => {
  expect(browseHref('/tools', everything)).toBe('/tools');
  expect(read('/tools')).toEqual(everything);
});

test.each([
  'category=nope',
  'kind=Model',
  'pricing=cheap',
  'licence=%20',
  'weights=true',
  'ranked=1',
  'sort=stars',
  'page=0',
  'page=-1',
  'page=1.5',
  'page=99999999',
  'page=x',
  'nothing=1',
])('what %j asks for is not understood and left out', (query) => {
  expect(read(`/tools?${query}`)).toEqual(everything);
});

test('every field is in the address', () => {
  const browse: Browse = {
    category: 'chat-model',
    kind: 'model',
    pricing: 'usage-based',
    licence: 'MIT',
    weights: 'open',
    vendor: 'A & B',
    ranked: 'yes',
    sort: 'price',
    page: 2,
  };
  expect(browseHref('/tools', browse)).toBe(
    '/tools?category=chat-model&kind=model&pricing=usage-based&licence=MIT&weights=open&vendor=A+%26+B&ranked=yes&sort=price&page=2',
  );
});

test('what is shown survives being written into an address and read from it', () => {
  const text = wholeText.filter((each) => each.trim() === each && each !== '');
  const browses: fc.Arbitrary<Browse> = fc.record({
    category: fc.option(fc.constantFrom(...categoryIds)),
    kind: fc.option(fc.constantFrom(...kinds)),
    pricing: fc.option(fc.constantFrom(...pricingWords)),
    licence: fc.option(text),
    weights: fc.option(fc.constantFrom('open' as const, 'closed' as const)),
    vendor: fc.option(text),
    ranked: fc.option(fc.constantFrom('yes' as const, 'no' as const)),
    sort: fc.constantFrom(...sorts),
    page: fc.integer({ min: 1, max: 10_000 }),
  });
  fc.assert(
    fc.property(browses, (browse) => {
      expect(read(browseHref('/tools', browse))).toEqual(browse);
    }),
  );
});

test('any query gives a list', () => {
  const names = ['category', 'kind', 'pricing', 'licence', 'weights', 'vendor', 'ranked', 'sort', 'page', '__proto__'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), anyText)), (pairs) => {
      const browse = parseBrowse(new URLSearchParams(pairs));
      expect(browse.page).toBeGreaterThanOrEqual(1);
      expect(sorts).toContain(browse.sort);
    }),
  );
});

test('the pricing words of a filter are those that records may use, and unknown', () => {
  const pattern = signals['pricing-model'].pattern;
  expect(pricingWords.filter((word) => !pattern.test(word))).toEqual(['unknown']);
});
