import { expect, test } from '@playwright/test';
import { joinSet, sortSlugs } from '../../lib/address/set';
import { type RawResponse, requestRaw } from '../support/raw-request';
import { findShipped, shippedTools } from '../support/shipped-tools';

const site = (baseURL: string | undefined): string => baseURL ?? '';

function permute(words: readonly string[]): string[][] {
  if (words.length < 2) return [[...words]];
  return words.flatMap((word, index) => permute(words.toSpliced(index, 1)).map((rest) => [word, ...rest]));
}

/** Expects one permanent redirect, straight to `to`, which then answers by itself. */
async function expectHop(base: string, from: string, to: string): Promise<RawResponse> {
  const moved = await requestRaw(base, from);
  expect({ status: moved.status, location: moved.headers.location }, from).toEqual({ status: 308, location: to });
  const there = await requestRaw(base, to);
  expect(there.status, to).toBe(200);
  return there;
}

test('every order of three tools leads in one hop to one address, and keeps the query', async ({ baseURL }) => {
  const slugs = ['milvus', 'pgvector', 'qdrant'];
  const canonical = `/compare/${joinSet(slugs)}`;
  for (const order of permute(slugs)) {
    const path = `/compare/${joinSet(order)}`;
    if (path === canonical) expect((await requestRaw(site(baseURL), `${path}?order=qdrant,milvus,pgvector`)).status).toBe(200);
    else await expectHop(site(baseURL), `${path}?order=qdrant,milvus,pgvector&from=mail`, `${canonical}?order=qdrant,milvus,pgvector&from=mail`);
  }
});

test('every alias of a tool leads to the same comparison and the same tool page', async ({ baseURL }) => {
  const { slug, aliases } = findShipped('gemini-2-5-flash');
  expect(aliases.length).toBeGreaterThan(3);
  for (const alias of [...aliases, ...aliases.map((each) => each.toUpperCase())]) {
    const written = encodeURIComponent(alias);
    await expectHop(site(baseURL), `/compare/vllm-vs-${written}?a=1`, `/compare/${slug}-vs-vllm?a=1`);
    await expectHop(site(baseURL), `/tools/${written}?a=1`, `/tools/${slug}?a=1`);
  }
});

test('an alias with a slash needs no encoding', async ({ baseURL }) => {
  await expectHop(site(baseURL), '/tools/google/gemini-2.5-flash', '/tools/gemini-2-5-flash');
  await expectHop(site(baseURL), '/compare/openrouter:google/gemini-2.5-flash-vs-vllm?a=1', '/compare/gemini-2-5-flash-vs-vllm?a=1');
  await expectHop(site(baseURL), '/compare/vllm-vs-google/gemini-2.5-flash', '/compare/gemini-2-5-flash-vs-vllm');
});

test('aliases lead to the pages of their tools, each seventh asked', async ({ baseURL }) => {
  const named = shippedTools.flatMap(({ slug, aliases }) => aliases.map((alias) => ({ slug, alias })));
  expect(named.length).toBeGreaterThan(shippedTools.length);
  for (const { slug, alias } of named.filter((_each, index) => index % 7 === 0)) {
    const { status, headers } = await requestRaw(site(baseURL), `/tools/${encodeURIComponent(alias)}`);
    expect({ alias, status, location: headers.location }).toEqual({ alias, status: 308, location: `/tools/${slug}` });
  }
});

for (const { what, from } of [
  { what: 'upper case', from: '/compare/SGLang-VS-vLLM' },
  { what: 'another order', from: '/compare/vllm-vs-sglang' },
  { what: 'a repeated tool', from: '/compare/vllm-vs-sglang-vs-vllm' },
  { what: 'a repeat by alias', from: '/compare/sglang-vs-sgl-vs-vllm' },
  { what: 'a trailing slash', from: '/compare/sglang-vs-vllm/' },
  { what: 'a trailing slash and another order', from: '/compare/vllm-vs-sglang//' },
  { what: 'doubled slashes', from: '/compare//vllm-vs-sglang' },
  { what: 'percent-encoded letters', from: '/compare/%73glang-vs-vll%6D' },
  { what: 'percent-encoded hyphens', from: '/compare/sglang%2Dvs%2Dvllm' },
  { what: 'an empty part', from: '/compare/-vs-vllm-vs--vs-sglang-vs-' },
  { what: 'spaces around a name', from: '/compare/%20sglang%20-vs-vllm' },
]) {
  test(`an address with ${what} is the same comparison, one hop away`, async ({ baseURL }) => {
    await expectHop(site(baseURL), `${from}?order=vllm,sglang&x=%C3%A4`, '/compare/sglang-vs-vllm?order=vllm,sglang&x=%C3%A4');
  });
}

test('the pick form leads to the canonical address in one hop', async ({ baseURL }) => {
  await expectHop(site(baseURL), '/compare?tools=vllm&tools=sglang', '/compare/sglang-vs-vllm');
  await expectHop(site(baseURL), '/compare/?tools=vllm&tools=sglang', '/compare/sglang-vs-vllm');
  await expectHop(site(baseURL), '/compare?tools=vLLM,%20SGL&tools=', '/compare/sglang-vs-vllm');
  await expectHop(site(baseURL), '/compare?tools=vllm', '/compare?first=vllm');
  await expectHop(
    site(baseURL),
    '/compare?tools=sglang&tools=vllm&tools=tgi&tools=ollama&tools=llama-cpp',
    '/compare/ollama-vs-sglang-vs-tgi-vs-vllm?dropped=1',
  );
});

test('the same tool twice is its own page', async ({ baseURL }) => {
  await expectHop(site(baseURL), '/compare/vllm-vs-vllm?a=1', '/tools/vllm?a=1');
  await expectHop(site(baseURL), '/compare/vllm-vs-vllm-openai', '/tools/vllm');
  await expectHop(site(baseURL), '/compare/vllm', '/tools/vllm');
  await expectHop(site(baseURL), '/compare/vllm-vs-vllm.json', '/tools/vllm.json');
});

test('more than four tools are the first four as written, and the page says so', async ({ baseURL, page }) => {
  const asked = ['vllm', 'sglang', 'tgi', 'ollama', 'llama-cpp', 'qdrant'];
  const kept = sortSlugs(asked.slice(0, 4));
  await expectHop(site(baseURL), `/compare/${joinSet(asked)}?a=1`, `/compare/${joinSet(kept)}?a=1&dropped=2`);
  await page.goto(`/compare/${joinSet(asked)}`);
  await expect(page).toHaveURL(`/compare/${joinSet(kept)}?dropped=2`);
  await expect(page.getByText('the first 4 were kept')).toBeVisible();
  await page.goto(`/compare/${joinSet(kept)}`);
  await expect(page.getByText('the first 4 were kept')).toBeHidden();
});

test('an unknown name is a 404 that names the nearest tools, without JavaScript', async ({ baseURL }) => {
  const { status, text, headers } = await requestRaw(site(baseURL), '/compare/vlm-vs-sglangg');
  expect(status).toBe(404);
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toMatch(/<h1[^>]*>No tool called (<!-- -->)?vlm or sglangg/);
  expect(text).toContain('href="/tools/vllm"');
  expect(text).toContain('href="/tools/sglang"');
  const tool = await requestRaw(site(baseURL), '/tools/gemini-2.5-flahs');
  expect(tool.status).toBe(404);
  expect(tool.text).toContain('href="/tools/gemini-2-5-flash"');
});

test('the JSON twin has the same one address, and says in JSON that something is not there', async ({ baseURL }) => {
  const there = await expectHop(site(baseURL), '/compare/vllm-vs-sglang.json?a=1', '/compare/sglang-vs-vllm.json?a=1');
  expect(there.headers['content-type']).toMatch(/^application\/json/);
  expect(JSON.parse(there.text).address).toBe(`${baseURL}/compare/sglang-vs-vllm`);
  await expectHop(site(baseURL), '/compare/sglang-vs-vllm.JSON', '/compare/sglang-vs-vllm.json');
  await expectHop(site(baseURL), '/tools/vLLM.json', '/tools/vllm.json');
  for (const path of ['/compare/vllm-vs-nothing-like-it.json', '/tools/nothing-like-it.json']) {
    const missing = await requestRaw(site(baseURL), path);
    expect(missing.status).toBe(404);
    expect(missing.headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(missing.text)).toMatchObject({ error: 'not-found', names: ['nothing-like-it'] });
  }
});

test('what the server keeps for itself has no address', async ({ baseURL }) => {
  for (const path of ['/missing', '/missing?name=vllm', '/twin/compare/sglang-vs-vllm', '/twin/tools/vllm', '/Twin/tools/vllm', '/%74win/tools/vllm'])
    expect((await requestRaw(site(baseURL), path)).status, path).toBe(404);
});

const hostile = [
  '..',
  '.',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  'vllm%00',
  '%0d%0aset-cookie:%20a=b',
  '%',
  '%zz',
  '%c0%ae',
  '%ED%A0%80',
  '%F0%9F%A6%86',
  Buffer.from('🦆').toString('latin1'),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty-vs-__proto__',
  "'%20OR%20'1'='1",
  "vllm';DROP%20TABLE%20%22Tool%22;--",
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
  '-vs-'.repeat(400),
  `vllm-vs-${'a-vs-'.repeat(300)}b`,
  'a'.repeat(3_000),
  'x'.repeat(5_000),
  '%F0%9F%A6%86'.repeat(400),
  '%25%30%30',
];

/** A message for people: a heading of a page, or a sentence. */
const message = /<h1[^>]*>[^<]{5,}|^[A-Z][^<]{10,}\.\n$/;

for (const folder of ['/compare/', '/tools/', '/categories/', '/kinds/', '/', '/api/', '/_next/static/', '/tools/vllm/']) {
  test(`no hostile name under ${folder} breaks the server`, async ({ baseURL }) => {
    for (const name of hostile) {
      const { status, text, headers } = await requestRaw(site(baseURL), `${folder}${name}`);
      const shown = `${folder}${name.slice(0, 60)}`;
      expect(status, shown).toBeLessThan(500);
      expect(headers['set-cookie'], shown).toBeUndefined();
      expect(text, shown).not.toMatch(/<script>alert|<img src=x|root:/);
      if (status >= 400 && !folder.startsWith('/_next') && !folder.startsWith('/api')) expect(text, shown).toMatch(message);
      expect(text.length, shown).toBeLessThan(200_000);
    }
    expect((await requestRaw(site(baseURL), '/tools/vllm')).status).toBe(200);
  });
}

for (const address of [
  '/search?q=',
  '/report?tool=',
  '/report?tool=vllm&from=',
  '/search?from=',
  '/tools?vendor=',
  '/tools?category=',
  '/tools?page=',
  '/compare?tools=',
  '/compare?first=',
  '/compare/sglang-vs-vllm?order=',
  '/api/suggest?q=',
  '/missing?name=',
]) {
  test(`no hostile value of ${address} breaks the server`, async ({ baseURL }) => {
    for (const value of hostile) {
      const { status, text } = await requestRaw(site(baseURL), `${address}${value}`);
      const shown = `${address}${value.slice(0, 60)}`;
      expect(status, shown).toBeLessThan(500);
      expect(text, shown).not.toMatch(/<script>alert|<img src=x/);
    }
  });
}

test('other methods get an answer below 500, and change nothing', async ({ baseURL }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
    for (const path of ['/', '/tools/vllm', '/compare/sglang-vs-vllm', '/compare/vllm-vs-sglang', '/api/ready', '/nothing'])
      expect((await requestRaw(site(baseURL), path, { method, headers: { 'next-action': 'x' } })).status, `${method} ${path}`).toBeLessThan(500);
});
