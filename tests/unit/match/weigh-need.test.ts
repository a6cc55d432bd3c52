import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLeastFit, judgeFit } from '../../../lib/match/judge-fit';
import { longestNeed, splitExcluded, tidyNeed } from '../../../lib/match/tidy-need';
import { scoreRarity, type TermRow, weighNeed } from '../../../lib/match/weigh-need';

const aRow = (row: Partial<TermRow> = {}): TermRow => ({ word: 'speech', times: 1, stem: 'speech', how: 'same', term: 'speech', termId: 1, tools: 3, ...row });

test('a rare word is worth more than a common one, and none is worth less than nothing', () => {
  expect(scoreRarity(1, 100)).toBeGreaterThan(scoreRarity(50, 100));
  expect(scoreRarity(100, 100)).toBeGreaterThan(0);
  expect(scoreRarity(5, 0)).toBeGreaterThanOrEqual(0);
});

test('a word that people ask with keeps a part of its weight, and is no part of the judgement', () => {
  const asking = weighNeed([aRow({ word: 'recommend', stem: 'recommend', term: 'recommend' })], 100);
  const plain = weighNeed([aRow()], 100);
  expect(asking.terms[0]?.weight).toBeCloseTo(0.4 * (plain.terms[0]?.weight ?? 0));
  expect(asking.words).toEqual([]);
});

test('relatives and synonyms help a rare word, weigh less than it, and are left out for a common one', () => {
  const others = [aRow({ how: 'synonym', term: 'voice', termId: 2, tools: 3 }), aRow({ how: 'family', term: 'speechless', termId: 3, tools: 3 })];
  const rare = weighNeed([aRow(), ...others], 100);
  expect(rare.terms.map(({ term }) => term).sort()).toEqual(['speech', 'speechless', 'voice']);
  expect(rare.terms.every(({ term, weight }) => term === 'speech' || weight < (rare.terms.find((each) => each.term === 'speech')?.weight ?? 0))).toBe(true);
  expect(weighNeed([aRow({ tools: 21 }), ...others], 100).terms.map(({ term }) => term)).toEqual(['speech']);
});

test('what a need asks to be made of what is searched however common its word is, and explained by that word', () => {
  const rows = [
    aRow({ word: 'text', stem: 'text', term: 'text', tools: 60 }),
    aRow({ word: 'text', stem: 'text', how: 'conversion', term: 'audiointotext', termId: 2, tools: 30 }),
  ];
  expect(weighNeed(rows, 100).terms.map(({ word, term }) => [word, term])).toEqual([
    ['text', 'text'],
    ['text', 'audiointotext'],
  ]);
});

test('a synonym that was typed itself is not counted twice', () => {
  const rows = [aRow(), aRow({ how: 'synonym', term: 'voice', termId: 2 }), aRow({ word: 'voice', stem: 'voice', term: 'voice', termId: 2 })];
  const { terms } = weighNeed(rows, 100);
  expect(terms.map(({ word, term }) => [word, term])).toEqual([
    ['speech', 'speech'],
    ['voice', 'voice'],
  ]);
});

test('a word that no tool has counts against the fit, and leads to no term', () => {
  const { terms, words } = weighNeed([aRow(), aRow({ word: 'sourdough', stem: 'sourdough', term: 'sourdough', termId: null, tools: null })], 100);
  expect(terms).toHaveLength(1);
  expect(judgeFit(words, [{ word: 'speech', weight: 100 }])).toBeLessThan(0.5);
  expect(judgeFit(words, [])).toBe(0);
});

test('the fit is a share, and more found never lowers it', () => {
  const weights = fc.array(fc.record({ word: fc.string({ minLength: 1, maxLength: 4 }), weight: fc.double({ min: 0.01, max: 10, noNaN: true }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 20, noNaN: true }), (words, extra) => {
      const [first] = words;
      const less = judgeFit(words, []);
      const more = judgeFit(words, [{ word: first?.word ?? '', weight: extra }]);
      expect(less).toBe(0);
      expect(more).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test('weights are numbers above nothing, whatever the lexicon says', () => {
  const rows = fc.array(
    fc.record({
      word: fc.string(),
      times: fc.integer({ min: 1, max: 500 }),
      stem: fc.string(),
      how: fc.constantFrom('same', 'family', 'synonym'),
      term: fc.string(),
      termId: fc.option(fc.integer({ min: 1, max: 50 })),
      tools: fc.option(fc.integer({ min: 0, max: 200 })),
    }),
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 200 }), (given, all) => {
      for (const { weight } of weighNeed(given, all).terms) expect(weight > 0 && Number.isFinite(weight)).toBe(true);
    }),
  );
});

test('what was typed becomes one line of bounded length, without what no text holds', () => {
  expect(tidyNeed('  a\0b\n\tc\u200B ')).toBe('a b c');
  expect(tidyNeed('x'.repeat(10_000))).toHaveLength(longestNeed);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => tidyNeed(tidyNeed(typed)) === tidyNeed(typed) && !tidyNeed(typed).includes('\0')));
});

test('a word after a hyphen is excluded, a hyphen inside a word excludes nothing', () => {
  expect(splitExcluded('browser -playwright text-to-speech')).toEqual({ wanted: 'browser text-to-speech', excluded: 'playwright' });
  expect(splitExcluded('- 5')).toEqual({ wanted: '- 5', excluded: '' });
});

test.each([
  [0, 0.4],
  [1, 0.4],
  [3, 0.4],
  [4, 0.36],
  [10, 0.19],
  [40, 0.072],
])('of a need of %i words at least %f must be answered', (count, least) => {
  const words = Array.from({ length: count }, (_none, index) => ({ word: `w${index}`, weight: 1 }));
  expect(findLeastFit(words)).toBeCloseTo(least, 2);
});
