import { expect, test } from 'vitest';
import { alignCapabilities } from '../../../lib/compare/align-capabilities';
import { realCuratedPairs, realTool } from '../support/real-tools';

const [qdrant, milvus] = [realTool('qdrant'), realTool('milvus')];
const keys = (lists: readonly (readonly { key: string }[])[]): string[][] => lists.map((list) => list.map(({ key }) => key).sort());

test('a tool against itself shares every job', () => {
  const { shared, others } = alignCapabilities([qdrant, qdrant]);
  expect(others).toEqual([[], []]);
  expect(new Set(shared.map(({ job }) => job))).toEqual(new Set(qdrant.capabilities.map(({ job }) => job)));
});

test('the other order shares the same jobs and leaves the same capabilities', () => {
  for (const [a, b] of realCuratedPairs) {
    const [there, back] = [alignCapabilities([a, b]), alignCapabilities([b, a])];
    expect(new Set(back.shared.map(({ job }) => job))).toEqual(new Set(there.shared.map(({ job }) => job)));
    expect(keys(back.others)).toEqual(keys(there.others).reverse());
  }
});

test('every capability stands exactly once', () => {
  for (const tools of realCuratedPairs) {
    const { shared, others } = alignCapabilities(tools);
    tools.forEach((tool, index) => {
      const placed = [...shared.flatMap(({ does }) => does[index] ?? []), ...(others[index] ?? [])];
      expect(keys([placed])).toEqual(keys([tool.capabilities]));
    });
  }
});

test('splitting one capability in two adds no job', () => {
  const [first, ...rest] = qdrant.capabilities;
  const split = { capabilities: first ? [first, { ...first, key: `${first.key}-again` }, ...rest] : [] };
  expect(alignCapabilities([split, milvus]).shared.length).toBe(alignCapabilities([qdrant, milvus]).shared.length);
});
