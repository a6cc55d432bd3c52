import { expect, test } from 'vitest';
import { categories, categoryIds, findCategory } from '../../../lib/catalog/categories';
import { curatedPairs } from '../../../lib/catalog/curated-pairs';
import { kindNames, kinds, repositoryKinds } from '../../../lib/catalog/kinds';
import { appliesTo, isSignalId, type Signal, signalIds, signals } from '../../../lib/catalog/signals';
import { parseSlug } from '../../../lib/catalog/slug';
import { records } from '../support/real-tools';

test('kinds, categories and their ids are each listed once', () => {
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(new Set(categoryIds).size).toBe(categories.length);
  expect(Object.keys(kindNames)).toEqual([...kinds]);
});

test('categories work with categories of the list, and never with themselves', () => {
  const strange = categories.flatMap(({ id, worksWith }) => worksWith.filter((other) => findCategory(other) === null || other === id));
  expect(strange).toEqual([]);
});

test.each(['constructor', '__proto__', 'toString', ''])('%j is neither a category nor a signal', (id) => {
  expect(findCategory(id)).toBeNull();
  expect(isSignalId(id)).toBe(false);
});

test.each(signalIds.map((id) => ({ id, signal: signals[id] as Signal })))('$id says what it is, in words that end in a full stop', ({ signal }) => {
  expect(signal.says).toMatch(/\.$/);
  expect(signal.kinds.length).toBeGreaterThan(0);
  expect(signal.kinds.filter((kind) => !kinds.includes(kind))).toEqual([]);
});

test('a signal applies by kind and by category', () => {
  expect(appliesTo('stars', 'model', 'chat-model')).toBe(false);
  expect(repositoryKinds.every((kind) => appliesTo('stars', kind, 'coding-agent'))).toBe(true);
  expect(appliesTo('aa-coding', 'model', 'chat-model')).toBe(true);
  expect(appliesTo('aa-coding', 'model', 'embedding-model')).toBe(false);
  expect(appliesTo('mteb-arguana', 'model', 'embedding-model')).toBe(true);
});

test('curated pairs are slugs in canonical order, each pair once', () => {
  const texts = curatedPairs.map(([a, b]) => `${a} ${b}`);
  expect(curatedPairs.filter(([a, b]) => parseSlug(a) === null || parseSlug(b) === null || a >= b)).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
});

test('every curated pair is of listed tools', () => {
  const listed = new Set(records.map(({ slug }) => slug));
  expect(curatedPairs.flat().filter((slug) => !listed.has(slug))).toEqual([]);
});

test('all six kinds are listed, and no category has a tool without a rival', () => {
  expect(new Set(records.map(({ kind }) => kind)).size).toBe(kinds.length);
  const alone = records.filter(({ slug, category }) => !records.some((other) => other.category === category && other.slug !== slug));
  expect(alone.map(({ slug }) => slug)).toEqual([]);
});
