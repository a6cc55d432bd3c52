import { expect, test } from 'vitest';
import { findSourceChanges } from '../../../lib/compare/source-changes';
import { aFact, aTool } from '../support/a-tool';

const read = (value: string, asOf: string, host = 'OpenRouter', source = 'a-source') => aFact('price-output', value, { asOf, source, conditions: { host } });
const valuesOf = (...facts: ReturnType<typeof aFact>[]) =>
  findSourceChanges([aTool({ facts })]).map(({ before, after }) => [before.value, after.value, after.asOf]);

test('readings of one source that differ are a change, dated by the source; equal ones are none', () => {
  expect(valuesOf(read('3', '2026-08-01'), read('2.5', '2026-01-29'), read('2.5', '2026-05-12'))).toEqual([['2.5', '3', '2026-08-01']]);
});

test('two sources or two hosts may disagree: that is no change', () => {
  expect(valuesOf(read('2', '2026-01-01'), read('3', '2026-02-01', 'OpenRouter', 'another'), read('4', '2026-03-01', 'Azure'))).toEqual([]);
});

test('a fact that was corrected, and one without a value, say nothing', () => {
  const wrong = read('9', '2026-02-01');
  expect(valuesOf(read('2', '2026-01-01'), wrong, { ...read('2', '2026-02-01'), key: 'right', corrects: wrong.key })).toEqual([]);
});

test('newest first, then by tool', () => {
  const facts = [read('1', '2026-01-01'), read('2', '2026-02-01'), read('3', '2026-03-01')];
  const found = findSourceChanges([aTool({ slug: 'b', facts }), aTool({ slug: 'a', facts })]);
  expect(found.map(({ slug, after }) => [slug, after.asOf])).toEqual([
    ['a', '2026-03-01'],
    ['b', '2026-03-01'],
    ['a', '2026-02-01'],
    ['b', '2026-02-01'],
  ]);
});
