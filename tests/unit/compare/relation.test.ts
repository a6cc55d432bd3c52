import { expect, test } from 'vitest';
import { findRelation, relateSet, relationTypes } from '../../../lib/compare/relation';
import { aTool } from '../support/a-tool';
import { realPairs, realTool, realTools } from '../support/real-tools';

const evidence = [{ source: 'a-source', address: 'https://example.org/a' }];
const declare = (type: 'runs-on' | 'used-with' | 'successor-of', tool: string) => [{ type, tool, reason: 'Its manual says so.', evidence }];

const model = aTool({ slug: 'a-model', kind: 'model', category: 'chat-model' });
const server = aTool({ slug: 'a-server', category: 'inference-server' });
const crawler = aTool({ slug: 'a-crawler', category: 'web-crawling' });

test('tools of one category are rivals', () => {
  expect(findRelation(server, aTool({ slug: 'b-server' }))).toMatchObject({ type: 'rivals', basis: { type: 'same-category', category: 'inference-server' } });
});

test('tools of one category are rivals whatever else they declare', () => {
  expect(findRelation(server, aTool({ slug: 'b-server', relations: declare('used-with', 'a-server') })).type).toBe('rivals');
});

test('what a record declares comes before what the categories do', () => {
  const host = aTool({ slug: 'z-host', category: 'inference-server', relations: declare('runs-on', 'a-model') });
  expect(findRelation(model, host)).toMatchObject({
    type: 'runs-on',
    from: 'z-host',
    to: 'a-model',
    basis: { type: 'declared', reason: 'Its manual says so.', evidence },
  });
});

test.each([
  ['runs-on', 'runs-on'],
  ['used-with', 'used-together'],
  ['successor-of', 'rivals'],
] as const)('a declared %s relation reads as %s', (declared, type) => {
  expect(findRelation(crawler, aTool({ slug: 'z-tool', category: 'vector-database', relations: declare(declared, 'a-crawler') })).type).toBe(type);
});

test('tools of categories that meet are used together', () => {
  expect(findRelation(model, server)).toMatchObject({
    type: 'used-together',
    from: 'a-server',
    to: 'a-model',
    basis: { type: 'categories-meet', from: 'inference-server', to: 'chat-model' },
  });
});

test('tools of categories that never meet are unrelated', () => {
  expect(findRelation(crawler, server)).toMatchObject({ type: 'unrelated', basis: { type: 'categories-apart', from: 'web-crawling', to: 'inference-server' } });
});

test('the weakest relation of a pair decides for the whole set', () => {
  const other = aTool({ slug: 'b-server' });
  expect(relateSet([server, other]).type).toBe('rivals');
  expect(relateSet([server, other, model]).type).toBe('used-together');
  expect(relateSet([server, other, crawler]).type).toBe('unrelated');
  expect(relateSet([server, other, model]).pairs).toHaveLength(3);
});

test('the relation of two listed tools is the same in both orders', () => {
  const crooked = realPairs.filter(([one, other]) => JSON.stringify(findRelation(one, other)) !== JSON.stringify(findRelation(other, one)));
  expect(crooked.map(([one, other]) => `${one.slug} ${other.slug}`)).toEqual([]);
});

test('the listed tools stand in every relation', () => {
  const declared = realTools.flatMap((one) =>
    one.relations.flatMap(({ tool }) => realTools.filter(({ slug }) => slug === tool).map((other) => [one, other] as const)),
  );
  const found = new Set([...realPairs, ...declared].map(([one, other]) => findRelation(one, other).type));
  expect(relationTypes.filter((type) => !found.has(type))).toEqual([]);
});

test('the reference pair does unrelated jobs', () => {
  expect(findRelation(realTool('dreambooth-stable-diffusion'), realTool('gemini-2-5-flash')).type).toBe('unrelated');
});
