import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareHref } from '../../../lib/address/href';
import {
  decodeSegment,
  joinSet,
  parseSet,
  type ResolvedSet,
  resolveSet,
  setEndings,
  setLimit,
  sortSlugs,
  splitEnding,
  toolEndings,
} from '../../../lib/address/set';
import { anyText } from '../support/any-text';
import { realTools } from '../support/real-tools';

/** Names as the site finds them: slugs and aliases, in any case. */
const names = new Map(realTools.flatMap(({ slug, aliases }) => [slug, ...aliases].map((name) => [name.trim().toLowerCase(), slug] as const)));
const find = (name: string): string | null => names.get(name) ?? null;
const resolve = (segment: string): ResolvedSet => resolveSet(segment, find);

/** Names of a tool that may stand in an address of their own: an alias with a slash or a twin's ending may not. */
const writableNames = realTools.flatMap(({ slug, aliases }) =>
  [slug, ...aliases.filter((alias) => !/-vs-|\.(json|md|csv|png)$/i.test(alias))].map((name) => ({ slug, name })),
);

const anyCase = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((letter, index) => (upper[index] ? letter.toUpperCase() : letter)).join(''));

test.each([
  ['a-vs-b', ['a', 'b'], null],
  ['A-VS-B', ['a', 'b'], null],
  ['a-vs-b.json', ['a', 'b'], 'json'],
  ['a-vs-b.JSON', ['a', 'b'], 'json'],
  ['a%20-vs-%20b', ['a', 'b'], null],
  [' a-vs-b.json ', ['a', 'b'], 'json'],
  ['a', ['a'], null],
  ['-vs-', [], null],
  ['', [], null],
  ['.json', [], 'json'],
  ['a-vs--vs-b', ['a', 'b'], null],
  ['openrouter%3Agoogle%2Fgemini-2.5-flash-vs-b', ['openrouter:google/gemini-2.5-flash', 'b'], null],
])('%j asks for %j', (segment, asked, ending) => {
  expect(parseSet(segment)).toEqual({ names: asked, ending });
});

test('what is no valid encoding is read as it is', () => {
  expect(decodeSegment('100%')).toBe('100%');
  expect(parseSet('100%-vs-b').names).toEqual(['100%', 'b']);
});

test('only a known ending is one', () => {
  expect(splitEnding('gemini-2.5-flash', setEndings)).toEqual({ name: 'gemini-2.5-flash', ending: null });
  expect(splitEnding('a.md', setEndings)).toEqual({ name: 'a', ending: 'md' });
  expect(splitEnding('a.svg', setEndings)).toEqual({ name: 'a.svg', ending: null });
  expect(splitEnding('a.SVG', toolEndings)).toEqual({ name: 'a', ending: 'svg' });
});

test('the canonical address is found and is where the builder leads', () => {
  expect(resolve('sglang-vs-vllm')).toEqual({ type: 'canonical', slugs: ['sglang', 'vllm'] });
  expect(compareHref(['vllm', 'sglang'])).toBe('/compare/sglang-vs-vllm');
  expect(resolve('sglang-vs-vllm.json')).toEqual({ type: 'canonical', slugs: ['sglang', 'vllm'] });
  expect(compareHref(['vllm', 'sglang'], 'json')).toBe('/compare/sglang-vs-vllm.json');
});

test.each([
  ['vllm-vs-sglang', { type: 'elsewhere', slugs: ['sglang', 'vllm'], dropped: 0 }],
  ['SGLang-vs-vLLM', { type: 'elsewhere', slugs: ['sglang', 'vllm'], dropped: 0 }],
  ['sglang-vs-vllm-vs-sglang', { type: 'elsewhere', slugs: ['sglang', 'vllm'], dropped: 0 }],
  ['vllm-vs-vllm', { type: 'single', slug: 'vllm' }],
  ['vllm', { type: 'single', slug: 'vllm' }],
  ['nothing-vs-vllm', { type: 'unknown', unknown: ['nothing'], known: ['vllm'] }],
  ['nothing-vs-nothing', { type: 'unknown', unknown: ['nothing'], known: [] }],
  ['constructor-vs-__proto__', { type: 'unknown', unknown: ['constructor', '__proto__'], known: [] }],
  ['-vs-', { type: 'empty' }],
  ['', { type: 'empty' }],
])('%j resolves to %j', (segment, expected) => {
  expect(resolve(segment)).toEqual(expected);
});

test('beyond the limit the first tools as written are kept, and the rest is counted', () => {
  expect(resolve('vllm-vs-tgi-vs-sglang-vs-ollama-vs-llama-cpp')).toEqual({ type: 'elsewhere', slugs: ['ollama', 'sglang', 'tgi', 'vllm'], dropped: 1 });
  expect(resolve('vllm-vs-vllm-vs-tgi-vs-sglang-vs-ollama')).toMatchObject({ dropped: 0 });
});

test('an address without its tools in order by code units is not canonical', () => {
  expect(sortSlugs(['b', 'a-1', 'a', 'a0', 'b'])).toEqual(['a', 'a-1', 'a0', 'b']);
  expect(joinSet(['a', 'b'])).toBe('a-vs-b');
});

test('every order, case, repeat and alias of two to four tools leads to one address, and that one is canonical', () => {
  const picked = fc.uniqueArray(fc.constantFrom(...realTools.map(({ slug }) => slug)), { minLength: 2, maxLength: setLimit });
  const written = picked.chain((slugs) => {
    const spell = (slug: string): fc.Arbitrary<string> =>
      fc.constantFrom(...writableNames.filter((each) => each.slug === slug)).chain(({ name }) => anyCase(name));
    const repeated = fc.array(fc.constantFrom(...slugs), { maxLength: 3 });
    return fc
      .tuple(repeated, fc.constantFrom('', '.json', '.JSON', '.md', '.csv', '.png'))
      .chain(([again, ending]) =>
        fc
          .shuffledSubarray([...slugs, ...again], { minLength: slugs.length + again.length })
          .chain((all) => fc.tuple(...all.map(spell)).map((parts) => `${parts.map(encodeURIComponent).join('-vs-')}${ending}`)),
      )
      .map((segment) => ({ slugs, segment }));
  });
  fc.assert(
    fc.property(written, ({ slugs, segment }) => {
      const resolved = resolve(segment);
      expect(resolved).toMatchObject({ slugs: sortSlugs(slugs) });
      const { ending } = parseSet(segment);
      const canonical = compareHref(slugs, ending).slice('/compare/'.length);
      expect(resolve(canonical)).toEqual({ type: 'canonical', slugs: sortSlugs(slugs) });
      expect(resolved.type).toBe(canonical === segment ? 'canonical' : 'elsewhere');
    }),
    { numRuns: 300 },
  );
});

test('any text gives an answer', () => {
  const hostile = fc.oneof(anyText, fc.webPath(), fc.constantFrom('%', '%E0%A4%A', '-vs-'.repeat(999), '\ud800', '../../etc/passwd', '__proto__'));
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (parts) => {
      expect(['canonical', 'elsewhere', 'single', 'unknown', 'empty']).toContain(resolve(parts.join('-vs-')).type);
    }),
    { numRuns: 300 },
  );
});

test('four of the longest slugs fit a file name', () => {
  expect(`${joinSet(Array.from({ length: setLimit }, () => 'a'.repeat(50)))}.json`.length).toBeLessThan(255);
});
