import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceEntry } from '../../../lib/catalog/entry';
import { joinEntries, joinFiles } from '../../../lib/catalog/join-entries';
import { makeSlug, numberSlug, parseSlug, slugLimit } from '../../../lib/catalog/slug';

const anEntry = (names: [string, ...string[]], name: string | null = names[0]): SourceEntry => ({
  at: `line ${names[0]}`,
  names,
  tool: name === null ? null : { name, kind: 'repository', category: 'unsorted', vendor: 'Somebody' },
  facts: [],
});

const known = new Map([
  ['github:vllm-project/vllm', 'vllm'],
  ['npm:vllm', 'vllm'],
  ['github:sgl-project/sglang', 'sglang'],
]);

test('an entry belongs to the tool that has one of its names, whatever the case', () => {
  const { matched, created } = joinEntries([anEntry(['GitHub:vLLM-Project/vLLM'])], known, new Set());
  expect(matched.map(({ toolId }) => toolId)).toEqual(['vllm']);
  expect(created).toEqual([]);
});

test('an equal display name joins nothing', () => {
  const { matched, created } = joinEntries([anEntry(['npm:other'], 'vLLM')], known, new Set(['vllm']));
  expect(matched).toEqual([]);
  expect(created.map(({ slug, toolId }) => [slug, toolId])).toEqual([['somebody-vllm', 'npm:other']]);
});

test('names that lead to two tools are doubtful, and give their other names to neither', () => {
  const both = anEntry(['github:vllm-project/vllm', 'github:sgl-project/sglang', 'npm:third']);
  const { doubtful, matched, unmatched } = joinEntries([both, anEntry(['npm:third'], null)], known, new Set());
  expect(doubtful).toEqual([{ entry: both, toolIds: ['vllm', 'sglang'] }]);
  expect(matched).toEqual([]);
  expect(unmatched).toHaveLength(1);
});

test('an entry that cannot make a tool is unmatched when nobody has its name', () => {
  expect(joinEntries([anEntry(['litellm:x'], null)], known, new Set()).unmatched).toHaveLength(1);
});

test('the second entry of a tool joins what the first one created, also by a name the first one brought', () => {
  const { created, matched } = joinEntries([anEntry(['hf:a/b', 'mteb:a/b']), anEntry(['mteb:a/b'])], known, new Set());
  expect(created.map(({ toolId }) => toolId)).toEqual(['hf:a/b']);
  expect(matched.map(({ toolId }) => toolId)).toEqual(['hf:a/b']);
});

test.each([
  ['GPT-5.6 Sol', 'gpt-5-6-sol'],
  ['Café — Modèle', 'cafe-modele'],
  ['A vs B', 'a-b'],
  ['模型', null],
  ['🤖', null],
  ['x'.repeat(10_000), 'x'.repeat(slugLimit)],
  [`${'x'.repeat(slugLimit - 1)} y`, 'x'.repeat(slugLimit - 1)],
])('%.20s becomes the slug %s', (name, slug) => {
  expect(makeSlug(name)).toBe(slug);
});

test('a taken slug gets the next free number, within the limit', () => {
  expect(numberSlug('a', new Set(['a', 'a-2']))).toBe('a-3');
  expect(parseSlug(numberSlug('x'.repeat(slugLimit), new Set()))).toBe(`${'x'.repeat(slugLimit - 2)}-2`);
});

test('a file joins what a later file creates, also by a name that a third one brings', () => {
  const offer = anEntry(['npm:x'], null);
  const bridge = anEntry(['github:a/x', 'npm:x'], null);
  const tool = anEntry(['github:a/x'], 'X');
  const [first, second, third] = joinFiles([[offer], [bridge], [tool]], new Map(), new Set());
  expect(first?.matched).toEqual([{ toolId: 'github:a/x', entry: offer }]);
  expect(second?.matched).toEqual([{ toolId: 'github:a/x', entry: bridge }]);
  expect(third).toMatchObject({ matched: [], created: [{ toolId: 'github:a/x', slug: 'x' }] });
});

const entries = fc.array(
  fc.record({
    names: fc.array(fc.constantFrom('a:1', 'a:2', 'b:1', 'b:2', 'c:1'), { minLength: 1, maxLength: 3 }),
    name: fc.oneof(fc.constant(null), fc.constantFrom('One', 'Two', '模型', 'vs')),
  }),
  { maxLength: 12 },
);

test('every entry is in exactly one list, and new slugs are free, valid and different', () => {
  fc.assert(
    fc.property(entries, (drafts) => {
      const all = drafts.flatMap(({ names: [first, ...rest], name }) => (first === undefined ? [] : [anEntry([first, ...rest], name)]));
      const taken = new Set(['one', 'somebody-one']);
      const { matched, created, unmatched, doubtful } = joinEntries(all, new Map([['a:1', 't']]), taken);
      expect(matched.length + created.length + unmatched.length + doubtful.length).toBe(all.length);
      const slugs = created.map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect([parseSlug(slug), taken.has(slug)]).toEqual([slug, false]);
      expect(new Set(created.map(({ toolId }) => toolId)).size).toBe(created.length);
    }),
  );
});

test('files joined again with the tools and names that they brought create nothing and join alike', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 4 }), (drafts) => {
      const files = drafts.map((file) => file.flatMap(({ names: [first, ...rest], name }) => (first === undefined ? [] : [anEntry([first, ...rest], name)])));
      const known = new Map([['a:1', 't']]);
      const first = joinFiles(files, known, new Set());
      const joins = first.flatMap(({ matched, created }) => [...matched, ...created]);
      const brought = new Map([...known, ...joins.flatMap(({ toolId, entry }) => entry.names.map((name) => [name, toolId] as const))]);
      const again = joinFiles(files, brought, new Set());
      expect(again.flatMap(({ created }) => created)).toEqual([]);
      expect(again.map(({ unmatched, doubtful }) => ({ unmatched, doubtful }))).toEqual(first.map(({ unmatched, doubtful }) => ({ unmatched, doubtful })));
      const toolOf = new Map(joins.map(({ toolId, entry }) => [entry, toolId]));
      for (const { toolId, entry } of again.flatMap(({ matched }) => matched)) expect(toolOf.get(entry)).toBe(toolId);
    }),
  );
});
