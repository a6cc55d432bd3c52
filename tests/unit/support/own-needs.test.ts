import { expect, test } from 'vitest';
import { ownSets, readOwnNeeds, scoreNeeds, type Told } from '../../support/own-needs';
import { readShippedFiles } from '../../support/record-files';

test.each(ownSets)('every tool that %s are judged by is in the catalogue, and no need stands twice', (set) => {
  const places = new Set(readShippedFiles().map(({ place }) => place.replace(/^.*\//, '').replace(/\.json$/, '')));
  const needs = readOwnNeeds(set);
  expect(needs.flatMap(({ need, fits }) => fits.filter((slug) => !places.has(slug)).map((slug) => `${need}: ${slug}`))).toEqual([]);
  expect(new Set(needs.map(({ need }) => need)).size).toBe(needs.length);
});

const tell = (fits: string[], first: string[], answered = true): Told => ({ need: fits.join(), fits, answered, fit: 1, first, results: [] });

test('a right tool among the first five counts once, strictly each right tool counts, and a declined need has none', () => {
  const told = [tell(['a', 'b'], ['x', 'a']), tell(['a'], ['a', 'x'], false), tell([], ['x']), tell([], ['x'], false)];
  expect(scoreNeeds(told)).toEqual({ answerable: 2, answered: 0.5, recall5: 0.5, strictRecall5: 0.25, unanswerable: 2, declined: 1 });
});
