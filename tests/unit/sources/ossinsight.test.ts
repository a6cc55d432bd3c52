import { expect, test } from 'vitest';
import { parseOssinsight } from '@/lib/sources/ossinsight';
import { SourceFileError } from '@/lib/sources/read-rows';

const read = { asOf: '2026-04-20' };
const parse = (collections: Record<string, unknown>) => parseOssinsight(JSON.stringify(collections), read);
const vectors = 'id: 10117\nname: Vector Databases\nitems:\n  - milvus-io/milvus\n  - qdrant/qdrant\n';

test('a repository is put under the collections that hold it, and no tool is made of that', () => {
  const { entries, rejected } = parse({ 'vector-databases.yml': vectors, 'rag.yml': 'name: RAG Frameworks\nitems: [qdrant/Qdrant]' });
  expect(rejected).toEqual([]);
  expect(entries.map(({ names, tool, facts }) => [names[0], tool, facts.map(({ value }) => value)])).toEqual([
    ['github:milvus-io/milvus', null, [['Vector Databases']]],
    ['github:qdrant/qdrant', null, [['Vector Databases', 'RAG Frameworks']]],
  ]);
});

test.each(['name: x', 'items: [a/b]', 'a: [', '- a', 7])('the collection %j is rejected by itself', (yaml) => {
  const { entries, rejected } = parse({ 'a.yml': yaml, 'b.yml': vectors });
  expect(entries).toHaveLength(2);
  expect(rejected).toEqual([{ at: 'collections.a.yml', reason: 'the row is not YAML with a name and items' }]);
});

test('an item that is no repository is rejected by itself', () => {
  const { entries, rejected } = parse({ 'a.yml': 'name: A\nitems: [milvus, milvus-io/milvus]' });
  expect(entries).toHaveLength(1);
  expect(rejected).toEqual([{ at: 'collections.a.yml', reason: 'item 1 is not "owner/name"' }]);
});

test.each(['[]', '{}', '{"a": 1}', 'id: 1'])('%s holds no collections', (text) => {
  expect(() => parseOssinsight(text, read)).toThrow(SourceFileError);
});
