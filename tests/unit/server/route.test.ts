import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Twin, twinTypes } from '../../../lib/address/set';
import { chooseTwin } from '../../../lib/server/accept';
import { findRoute, type Route } from '../../../lib/server/route';
import { findStoredAddress, isNegotiated } from '../../../lib/server/stored-address';
import { anyText } from '../support/any-text';
import { realTools } from '../support/real-tools';

const slugs = new Map(realTools.flatMap(({ slug, aliases }) => [slug, ...aliases].map((name) => [name.trim().toLowerCase(), slug] as const)));
slugs.set('next.json', 'vllm').set('gemini-2.5-flash', 'gemini-2-5-flash');

const route = (address: string, accepted: Twin | null = null): Promise<Route> => {
  const [path = '', ...query] = address.split('?');
  return findRoute(
    { path, query: query.join('?'), accepted },
    {
      findSlugs: async (names) => new Map(names.flatMap((name) => (slugs.has(name) ? [[name, slugs.get(name) ?? '']] : []))),
      hasCapability: async (job) => job === 'transcribe-speech',
    },
  );
};

test.each([
  ['/', '/'],
  ['/?utm=1', '/'],
  ['/methodology', '/methodology'],
  ['/sources', '/sources'],
  ['/tools', '/tools'],
  ['/compare', '/compare'],
  ['/categories/chat-model', '/categories/chat-model'],
  ['/kinds/mcp-server', '/kinds/mcp-server'],
  ['/tools/vllm', '/tools/vllm'],
  ['/tools/vllm?theme=dark', '/tools/vllm'],
  ['/tools/vllm.json', '/twin/json/tools/vllm'],
  ['/compare/sglang-vs-vllm', '/compare/sglang-vs-vllm'],
  ['/capabilities/transcribe-speech?x=1', '/capabilities/transcribe-speech'],
  ['/tools/vllm?q=serve&match=token', '/tools/vllm'],
  ['/compare/sglang-vs-vllm?order=vllm,sglang', '/compare/sglang-vs-vllm'],
  ['/compare/sglang-vs-vllm.json', '/twin/json/compare/sglang-vs-vllm'],
  ['/compare/sglang-vs-vllm.md', '/twin/md/compare/sglang-vs-vllm'],
  ['/tools/vllm.csv?x=1', '/twin/csv/tools/vllm'],
  ['/compare/sglang-vs-vllm.png', '/twin/png/compare/sglang-vs-vllm'],
  ['/tools/vllm.png', '/twin/png/tools/vllm'],
  ['/tools/vllm.svg', '/twin/svg/tools/vllm'],
  ['/embed/compare/sglang-vs-vllm?x=1', '/twin/embed/compare/sglang-vs-vllm'],
  ['/llms.txt', '/llms.txt'],
  ['/compare/sglang-vs-vllm/changes?x=1', '/compare/sglang-vs-vllm/changes'],
  ['/compare/sglang-vs-vllm/changes.atom', '/twin/atom/compare/sglang-vs-vllm'],
  ['/tools/vllm/changes', '/tools/vllm/changes'],
  ['/tools/vllm/changes.atom', '/twin/atom/tools/vllm'],
])('%s is a page, rendered from its path alone', async (address, path) => {
  expect(await route(address)).toEqual({ type: 'page', path });
});

test.each([
  ['/search?q=x', '/search?q=x'],
  ['/search', '/search'],
  ['/search.json?q=x', '/twin/json/search?q=x'],
  ['/search.csv', '/twin/csv/search'],
  ['/search.JSON', '/search.JSON'],
  ['/search.png', '/search.png'],
])('%s is a search', async (address, path) => {
  expect(await route(address)).toEqual({ type: 'search', path });
});

test.each([
  ['/tools?kind=model', '/tools?kind=model'],
  ['/categories/chat-model?page=2', '/categories/chat-model?page=2'],
  ['/compare?first=vllm', '/compare?first=vllm'],
  ['/report?tool=vllm&row=stars', '/report?tool=vllm&row=stars'],
])('%s is rendered for every request', async (address, path) => {
  expect(await route(address)).toEqual({ type: 'dynamic', path });
});

test.each([
  ['/compare/vllm-vs-sglang', '/compare/sglang-vs-vllm'],
  ['/compare/vllm-vs-SGLang/Changes?x=1', '/compare/sglang-vs-vllm/changes?x=1'],
  ['/compare/vllm-vs-sglang/changes.atom', '/compare/sglang-vs-vllm/changes.atom'],
  ['/compare/sglang-vs-vllm/CHANGES.ATOM', '/compare/sglang-vs-vllm/changes.atom'],
  ['/compare/sglang-vs-vllm/changes/', '/compare/sglang-vs-vllm/changes'],
  ['/compare/vllm-vs-vllm/changes', '/tools/vllm/changes'],
  ['/tools/VLLM/changes.atom', '/tools/vllm/changes.atom'],
  ['/compare/-vs-/changes', '/compare'],
  ['/compare/VLLM-vs-SGLang?a=1&b=2', '/compare/sglang-vs-vllm?a=1&b=2'],
  ['/compare/vllm-vs-sglang.json', '/compare/sglang-vs-vllm.json'],
  ['/compare/sglang-vs-vllm.JSON', '/compare/sglang-vs-vllm.json'],
  ['/compare/sglang-vs-vllm.json%20', '/compare/sglang-vs-vllm.json'],
  ['/compare/%73glang-vs-vllm', '/compare/sglang-vs-vllm'],
  ['/compare/gemini-2.5-flash-vs-dreambooth-stable-diffusion', '/compare/dreambooth-stable-diffusion-vs-gemini-2-5-flash'],
  ['/compare/vllm-vs-vllm?x=1', '/tools/vllm?x=1'],
  ['/compare/vllm', '/tools/vllm'],
  ['/compare/vllm.json', '/tools/vllm.json'],
  ['/compare/vllm-vs-tgi-vs-sglang-vs-ollama-vs-llama-cpp', '/compare/ollama-vs-sglang-vs-tgi-vs-vllm?dropped=1'],
  ['/compare/-vs-', '/compare'],
  ['/compare/sglang-vs-vllm/', '/compare/sglang-vs-vllm'],
  ['/compare/vllm-vs-sglang/?x=1', '/compare/sglang-vs-vllm?x=1'],
  ['/compare/sglang-vs-vllm.json/', '/compare/sglang-vs-vllm.json'],
  ['/compare/', '/compare'],
  ['/compare?tools=vllm&tools=sglang', '/compare/sglang-vs-vllm'],
  ['/compare?tools=vllm,SGLANG', '/compare/sglang-vs-vllm'],
  ['/compare?tools=vllm', '/compare?first=vllm'],
  ['/compare?tools=vllm&tools=vllm', '/compare?first=vllm'],
  ['/tools/VLLM?x=1', '/tools/vllm?x=1'],
  ['/tools/vllm/', '/tools/vllm'],
  ['/tools/vllm.json/?x=1', '/tools/vllm.json?x=1'],
  ['/tools/gemini-2.5-flash', '/tools/gemini-2-5-flash'],
  ['/tools/gemini-2.5-flash.json', '/tools/gemini-2-5-flash.json'],
  ['/tools/next.json', '/tools/vllm'],
  ['/tools/next.json.json', '/tools/vllm.json'],
  ['/tools/github:xavierxiao/dreambooth-stable-diffusion', '/tools/dreambooth-stable-diffusion'],
  ['/tools/', '/tools'],
  ['/compare/vllm-vs-sglang.png?v=1', '/compare/sglang-vs-vllm.png?v=1'],
  ['/embed/compare/vllm-vs-SGLANG?x=1', '/embed/compare/sglang-vs-vllm?x=1'],
  ['/embed/compare/vllm-vs-tgi-vs-sglang-vs-ollama-vs-llama-cpp', '/embed/compare/ollama-vs-sglang-vs-tgi-vs-vllm'],
  ['/tools/VLLM.svg', '/tools/vllm.svg'],
  ['/categories/chat-model/?page=2', '/categories/chat-model?page=2'],
])('%s moves in one hop, with its query, to %s', async (address, location) => {
  expect(await route(address)).toEqual({ type: 'redirect', location });
  expect((await route(location)).type, `${location} moves again`).not.toBe('redirect');
});

test.each([
  ['/tools/nothing', '/missing?name=nothing'],
  ['/tools/nothing.json', '/twin/json/missing?name=nothing'],
  ['/compare/nothing-vs-vllm', '/missing?name=nothing'],
  ['/compare/nothing-vs-vllm.json', '/twin/json/missing?name=nothing'],
  ['/compare?tools=nothing&tools=vllm', '/missing?name=nothing'],
  ['/tools/constructor', '/missing?name=constructor'],
  ['/tools/__proto__', '/missing?name=__proto__'],
  ['/compare/constructor-vs-__proto__', '/missing?name=constructor&name=__proto__'],
  ['/categories/constructor', '/missing?name=constructor'],
  ['/kinds/__proto__', '/missing?name=__proto__'],
  ['/categories/chat-model/more', '/missing?name=chat-model'],
  ['/missing?name=x', '/missing'],
  ['/tools/nothing.svg', '/twin/svg/missing?name=nothing'],
  ['/compare/nothing-vs-vllm.png', '/twin/png/missing?name=nothing'],
  ['/compare/sglang-vs-vllm.svg', '/missing?name=vllm.svg'],
  ['/embed/compare/nothing-vs-vllm', '/twin/embed/missing?name=nothing'],
  ['/embed/compare/sglang-vs-vllm.json', '/twin/embed/missing?name=vllm.json'],
  ['/embed/compare/vllm', '/twin/embed/missing?name=vllm'],
  ['/embed/compare', '/twin/embed/missing'],
  ['/twin/embed/compare/sglang-vs-vllm', '/missing'],
  ['/compare/nothing-vs-vllm/changes', '/missing?name=nothing'],
  ['/compare/nothing-vs-vllm/changes.atom', '/twin/atom/missing?name=nothing'],
  ['/tools/nothing/changes', '/missing?name=nothing'],
  ['/compare/sglang-vs-vllm.json/changes', '/missing'],
  ['/twin/atom/compare/sglang-vs-vllm', '/missing'],
  ['/report', '/missing'],
  ['/report?tool=nothing', '/missing?name=nothing'],
  ['/report?tool=gemini-2.5-flash', '/missing'],
  ['/twin/tools/vllm', '/missing'],
  ['/twin/compare/sglang-vs-vllm', '/missing'],
])('%s leads nowhere, and the page that says so is %s', async (address, path) => {
  expect(await route(address)).toEqual({ type: 'missing', path });
});

test.each([
  ['/compare/sglang-vs-vllm', { type: 'page', path: '/twin/json/compare/sglang-vs-vllm' }],
  ['/compare/vllm-vs-sglang?x=1', { type: 'redirect', location: '/compare/sglang-vs-vllm?x=1' }],
  ['/compare/nothing-vs-vllm', { type: 'missing', path: '/twin/json/missing?name=nothing' }],
  ['/tools/vllm', { type: 'page', path: '/twin/json/tools/vllm' }],
  ['/tools/VLLM', { type: 'redirect', location: '/tools/vllm' }],
  ['/tools/nothing', { type: 'missing', path: '/twin/json/missing?name=nothing' }],
  ['/compare/sglang-vs-vllm/changes', { type: 'page', path: '/compare/sglang-vs-vllm/changes' }],
  ['/search?q=x', { type: 'search', path: '/twin/json/search?q=x' }],
  ['/search.json?q=x', { type: 'search', path: '/twin/json/search?q=x' }],
  ['/tools', { type: 'page', path: '/tools' }],
  ['/', { type: 'page', path: '/' }],
])('%s asked for as JSON is %j', async (address, found) => {
  expect(await route(address, 'json')).toEqual(found);
});

test.each([
  '//example.org/',
  '//example.org',
  '/\\example.org/',
  '/\\/example.org/',
  '///example.org//',
  '/%5Cexample.org/',
  '//example.org/compare/vllm-vs-sglang',
])('%s never leads off the site', async (address) => {
  const found = await route(address);
  const location = found.type === 'redirect' ? found.location : '/';
  expect(new URL(location, 'https://unfragile.test').origin).toBe('https://unfragile.test');
});

test('a long name is cut without breaking a letter in two', async () => {
  const found = await route(`/compare/${encodeURIComponent(`${'a'.repeat(119)}😀`)}-vs-vllm`);
  expect(found).toMatchObject({ type: 'missing' });
});

test('any address is routed, in one hop at most, and every page that is stored has a plain path', async () => {
  const piece = fc.oneof(
    fc.webSegment(),
    anyText,
    fc.constantFrom('vllm', 'sglang', 'compare', 'tools', 'twin', 'a-vs-b', 'vllm-vs-sglang', '__proto__', '..', '%', '\\'),
  );
  const address = fc.tuple(
    fc.constantFrom('/', '/compare/', '/tools/', '/embed/compare/', '/categories/', '/kinds/', '//'),
    fc.array(piece, { maxLength: 3 }),
    fc.constantFrom('', '/', '?a=1', '?tools=vllm&tools=x'),
  );
  await fc.assert(
    fc.asyncProperty(address, async ([start, pieces, end]) => {
      const found = await route(`${start}${pieces.map((each) => each.replaceAll('?', '')).join('/')}${end}`);
      if (found.type === 'page') expect(found.path).toMatch(/^\/[\w./-]*$/);
      if (found.type !== 'redirect') return;
      expect(new URL(found.location, 'https://unfragile.test').origin).toBe('https://unfragile.test');
      expect((await route(found.location)).type).not.toBe('redirect');
    }),
    { numRuns: 200 },
  );
});

test('an address under which something is stored leads to just that, whatever was stored before', async () => {
  const accepts: readonly (Twin | null)[] = [null, 'md', 'json', 'csv'];
  const starts = ['', '/', '/tools/', '/compare/', '/embed/compare/', '/capabilities/', '/twin/json/tools/', '/categories/'];
  const names = ['vllm', 'vLLM', 'next', 'next.json', 'vllm.json', 'sglang-vs-vllm', 'vllm-vs-sglang', 'sglang-vs-vllm.md', 'serve-models', 'agent', ''];
  const endings = ['', '/', '/changes', '/changes.atom', '?a=1'];
  const asked = starts.flatMap((start) =>
    names.flatMap((name) => endings.flatMap((end) => accepts.map((twin) => ({ address: `${start}${name}${end}`, twin })))),
  );
  const routed = await Promise.all(
    asked.map(async ({ address, twin }) => {
      const [path = '', query = ''] = address.split('?');
      const accept = twin === null ? 'text/html' : twinTypes[twin];
      return { address, stored: findStoredAddress({ path, query, accept }), found: await route(address, chooseTwin(isNegotiated(path) ? accept : '')) };
    }),
  );
  const pages = new Set(routed.flatMap(({ found }) => (found.type === 'page' ? [found.path] : [])));
  const hits = routed.filter(({ stored }) => stored !== null && pages.has(stored));
  expect(hits.length).toBeGreaterThan(20);
  for (const { address, stored, found } of hits) expect(found, address).toEqual({ type: 'page', path: stored });
});
