import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { compileHint } from '../../lib/server/compile-hints';
import { requestRaw } from '../support/raw-request';
import { readSnapshotId } from '../support/read-snapshot-id';
import { makeRollUp } from '../support/roll-up';
import { startReadySite, startSite, startWithinMs, type TestSite } from '../support/server';

/** One server on an embedded database of its own; the tests of this file follow its life, from the first start to a restart. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const environment = { DATA_DIR: '' };
const pair = '/compare/sglang-vs-vllm';
let site: TestSite;

const isLocked = (): boolean => existsSync(join(environment.DATA_DIR, 'pglite.lock'));
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test.beforeAll(() => {
  environment.DATA_DIR = mkdtempSync(join(tmpdir(), 'unfragile-serving-'));
});

test.afterAll(async () => {
  await site?.stop();
  rmSync(environment.DATA_DIR, { recursive: true, force: true });
});

test('a starting server is live, not ready until its pages are, and says so at once', async () => {
  site = await startSite(environment);
  const began = performance.now();
  const seen: { live: number; ready: number; page: number; ms: number }[] = [];
  while (seen.at(-1)?.ready !== 200 && performance.now() - began < startWithinMs) {
    try {
      const live = await requestRaw(site.address, '/api/health');
      const asked = performance.now();
      const ready = await requestRaw(site.address, '/api/ready');
      const ms = performance.now() - asked;
      const page = await requestRaw(site.address, '/');
      seen.push({ live: live.status, ready: ready.status, page: page.status, ms });
      if (page.status === 503) expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    } catch {
      expect(seen).toEqual([]); // it does not listen yet
    }
    await wait(50);
  }
  expect(seen[0]).toMatchObject({ live: 200, ready: 503, page: 503 });
  expect(seen.at(-1)).toMatchObject({ live: 200, ready: 200, page: 200 });
  expect(seen.filter(({ live, ready, page }) => live !== 200 || (ready === 200 && page !== 200))).toEqual([]);
  // It does not wait for the database, which is busy with the import: a late answer is one that waited for the processor.
  const took = seen.slice(0, -1).map(({ ms }) => ms);
  expect(took.sort((a, b) => a - b)[Math.floor(took.length / 2)]).toBeLessThan(500);
});

test('the second request of a page is served without a query', async () => {
  const [first, second] = [await requestRaw(site.address, pair), await requestRaw(site.address, pair)];
  expect(first.status).toBe(200);
  expect(second.body.equals(first.body)).toBe(true);
  await expect.poll(() => site.listRequests(pair)).toMatchObject([{ cache: 'miss' }, { cache: 'hit', queries: 0, queryMs: 0 }]);
  expect(site.listRequests(pair)[0]?.queries).toBeGreaterThan(0);
  const viewed = `${pair}?order=vllm,sglang`;
  expect((await requestRaw(site.address, viewed)).body.equals(first.body)).toBe(true);
  await expect.poll(() => site.listRequests(viewed)).toMatchObject([{ cache: 'hit', queries: 0 }]);
});

test('whoever asks first, and however, the page that is kept is the whole one', async () => {
  const firsts: { path: string; method: string; headers: Record<string, string> }[] = [
    { path: '/tools/tgi', method: 'HEAD', headers: {} },
    { path: '/tools/ollama', method: 'GET', headers: { 'if-none-match': '*', 'if-modified-since': new Date().toUTCString() } },
    { path: '/tools/qdrant', method: 'GET', headers: { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/tools' } },
    { path: '/tools/milvus', method: 'GET', headers: { range: 'bytes=0-9' } },
    { path: '/tools/chroma', method: 'GET', headers: { cookie: '__prerender_bypass=1; theme=dark', 'accept-language': 'de', 'user-agent': 'Googlebot' } },
    { path: '/tools/vllm', method: 'GET', headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' } },
    { path: '/tools/sglang', method: 'GET', headers: { 'x-middleware-subrequest': 'middleware', 'x-invoke-path': '/sources', 'x-matched-path': '/sources' } },
  ];
  for (const { path, method, headers } of firsts) {
    await requestRaw(site.address, path, { method, headers });
    const { status, text, headers: given } = await requestRaw(site.address, path);
    expect(status, path).toBe(200);
    expect(given['content-type'], path).toMatch(/^text\/html/);
    expect(text, path).toMatch(/^<!DOCTYPE html>/);
    expect(text, path).toContain('</html>');
    expect(text, path).toContain(`href="${site.address}${path}"`);
    expect(text, path).not.toContain('evil.example');
    expect(text, path).not.toContain('gopher:');
  }
});

test('readers who come at once get one rendering', async () => {
  const path = '/compare/langchain-vs-llamaindex';
  const answers = await Promise.all(Array.from({ length: 20 }, () => requestRaw(site.address, path)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  await expect.poll(() => site.listRequests(path).length).toBe(20);
  // Finding out what the address means may be asked anew; the page itself is read once.
  const rendered = site.listRequests(path).filter(({ queryMs, cache, queries }) => cache === 'miss' && queryMs > 0 && queries > 1);
  expect(rendered.length).toBeLessThanOrEqual(1);
});

test('an unchanged page is 304 without a body, and HEAD says what GET says', async () => {
  const whole = await requestRaw(site.address, pair);
  const etag = whole.headers.etag ?? '';
  expect(etag).toMatch(/^W\/"[\w-]{16,}"$/);
  for (const known of [etag, `"other", ${etag}`]) {
    const again = await requestRaw(site.address, pair, { headers: { 'if-none-match': known } });
    expect({ status: again.status, length: again.body.length, etag: again.headers.etag }).toEqual({ status: 304, length: 0, etag });
    expect(again.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  }
  expect((await requestRaw(site.address, pair, { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200);
  const head = await requestRaw(site.address, pair, { method: 'HEAD' });
  const { date: _date, 'x-request-id': _id, ...said } = head.headers;
  const { date: _other, 'x-request-id': _otherId, ...expected } = whole.headers;
  expect({ status: head.status, length: head.body.length, said }).toEqual({ status: 200, length: 0, said: expected });
  expect(Number(whole.headers['content-length'])).toBe(whole.body.length);
});

test('what is sent compressed is the same page', async () => {
  for (const path of [pair, '/tools', '/compare/sglang-vs-vllm.json', '/search?q=serve+models', '/nothing']) {
    const plain = await requestRaw(site.address, path, { headers: { 'accept-encoding': 'identity' } });
    const zipped = await requestRaw(site.address, path, { headers: { 'accept-encoding': 'gzip' } });
    const brotli = await requestRaw(site.address, path, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(
      [plain, zipped, brotli].map(({ headers }) => headers['content-encoding']),
      path,
    ).toEqual([undefined, 'gzip', 'br']);
    expect(gunzipSync(zipped.body).equals(plain.body), path).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body), path).toBe(true);
    expect(brotli.body.length, path).toBeLessThan(plain.body.length / 2);
    expect(brotli.headers.vary, path).toMatch(/accept-encoding/i);
  }
  const refused = await requestRaw(site.address, pair, { headers: { 'accept-encoding': 'br;q=0, gzip;q=0.5' } });
  expect(refused.headers['content-encoding']).toBe('gzip');
});

test('what is not a 200 is not kept', async () => {
  for (const path of ['/tools/nothing-like-it', '/compare/nothing-vs-vllm', '/nothing', '/compare/vllm-vs-sglang', '/compare/nothing-vs-vllm.json']) {
    const answers = [await requestRaw(site.address, path), await requestRaw(site.address, path)];
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
    expect(answers[0]?.status).not.toBe(200);
    await expect.poll(() => site.listRequests(path).length, path).toBeGreaterThanOrEqual(2);
    expect(
      site.listRequests(path).filter(({ cache }) => cache !== 'none'),
      path,
    ).toEqual([]);
    if (answers[0]?.status === 404) expect(answers[0].headers['cache-control'], path).toMatch(/no-store/);
  }
});

test('every kind of answer carries the security headers, and none says what it runs on', async () => {
  const file = /\/_next\/static\/[^"]+\.js/.exec((await requestRaw(site.address, pair)).text)?.[0] ?? '';
  const paths = [
    pair,
    '/',
    '/compare/vllm-vs-sglang',
    '/nothing',
    '/compare/sglang-vs-vllm.json',
    '/search?q=x',
    '/api/health',
    '/api/suggest?q=v',
    '/icon.svg',
    '/robots.txt',
    '/%00',
    file,
  ];
  for (const path of paths) {
    const { headers } = await requestRaw(site.address, path);
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers['x-powered-by'], path).toBeUndefined();
    expect(headers.server, path).toBeUndefined();
    expect(headers['x-request-id'], path).toMatch(/^[\da-f-]{36}$/);
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    const policy = String(headers['content-security-policy']);
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy.match(/script-src[^;]*/)?.[0], path).not.toMatch(/unsafe|\*|https?:/);
  }
  expect((await requestRaw(site.address, file)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await requestRaw(site.address, '/search?q=x')).headers['cache-control']).toBe('private, no-cache');
  expect((await requestRaw(site.address, '/api/health')).headers['cache-control']).toBe('no-store');
});

test('the long scripts of the framework ask to be compiled while they are fetched', async () => {
  const late = /data-late="([^"]+)"/.exec((await requestRaw(site.address, pair)).text)?.[1]?.split(' ') ?? [];
  const scripts = await Promise.all(late.map(async (path) => (await requestRaw(site.address, path)).text));
  const long = scripts.filter(({ length }) => length > 100_000);
  expect(long.length).toBeGreaterThan(0);
  expect(long.filter((script) => !script.startsWith(compileHint))).toEqual([]);
});

test('a script that somebody else put into the page does not run', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.route(`${site.address}${pair}`, async (route) => {
    const response = await route.fetch();
    const injected = '<script>document.title="taken"</script><img src=x onerror="document.title=\'taken\'"><script src="https://evil.example/x.js"></script>';
    await route.fulfill({ response, body: (await response.text()).replace('<main', `${injected}<main`) });
  });
  await page.goto(`${site.address}${pair}`);
  await page.getByRole('button', { name: 'Swap columns' }).click();
  await expect(page).toHaveURL(/order=/);
  expect(await page.title()).not.toContain('taken');
  expect(refused.filter((text) => /Content Security Policy/i.test(text)).length).toBeGreaterThanOrEqual(3);
});

test('a suggestion is kept, and one that cannot be is refused in a sentence', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const send = (body: string, headers: Readonly<Record<string, string>>) => requestRaw(site.address, '/api/suggestions', { method: 'POST', headers, body });
  const kept = await send('text=A+tool+of+the+test&q=of+the+test', form);
  expect({ status: kept.status, location: kept.headers.location }).toEqual({ status: 303, location: '/search?q=of+the+test&suggested=1' });
  expect(await site.query('SELECT "text", "state" FROM "ToolSuggestion"')).toEqual([{ text: 'A tool of the test', state: 'open' }]);
  const refusals = [
    { status: 400, answer: await send('text=', form) },
    { status: 400, answer: await send('', form) },
    { status: 400, answer: await send('text=%00%0A', form) },
    { status: 413, answer: await send(`text=${'x'.repeat(400)}`, form) },
    { status: 413, answer: await send(`text=${'x'.repeat(60_000)}`, form) },
    { status: 415, answer: await send('{"text":"a"}', { 'content-type': 'application/json' }) },
    { status: 415, answer: await send('text=a', {}) },
  ];
  for (const { status, answer } of refusals) {
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text).error).toMatch(/\.$/);
  }
  expect(await site.query('SELECT count(*)::int AS "count" FROM "ToolSuggestion"')).toEqual([{ count: 1 }]);
  expect((await requestRaw(site.address, '/api/suggestions')).status).toBe(405);
});

/** Milliseconds that 95 of 100 requests of a kept page take at most, asked one after another while `goesOn`. */
async function measureKept(goesOn: (asked: number) => boolean): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const took: number[] = [];
  while (goesOn(took.length)) {
    const began = performance.now();
    expect((await requestRaw(site.address, pair, { agent })).status).toBe(200);
    took.push(performance.now() - began);
    await wait(5);
  }
  agent.destroy();
  expect(took.length).toBeGreaterThan(20);
  return took.sort((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;
}

test('a slow query delays no page that is kept', async () => {
  await requestRaw(site.address, pair);
  const usual = await measureKept((asked) => asked < 60);
  const state = { running: true };
  const slow = site.query('SELECT count(*)::int AS "count" FROM generate_series(1, 8000000) AS n WHERE n % 7 = 3').then((rows) => {
    state.running = false;
    return rows;
  });
  await wait(100);
  const during = await measureKept((asked) => state.running && asked < 400);
  expect(await slow).toEqual([{ count: 1_142_857 }]);
  // On a machine that is busy with other things a page takes longer with and without the query.
  expect(during).toBeLessThan(Math.max(100, 4 * usual));
});

/** Of /proc/<pid>/stat, its field 19 (proc(5)). */
const readPriority = (stat: string): number => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);

test('one thread, which sends what is kept, goes before all others of the process', async () => {
  test.skip(process.platform !== 'linux', 'Only Linux has priorities of threads.');
  const threads = `/proc/${site.pid}/task`;
  const own = getPriority();
  const priorities = readdirSync(threads).map((thread) => readPriority(readFileSync(`${threads}/${thread}/stat`, 'utf8')));
  expect(priorities.filter((priority) => priority === own).length).toBe(1);
  expect(priorities.filter((priority) => priority === Math.max(own, 10)).length).toBe(priorities.length - 1);
});

test('many searches at once delay no page that is kept', async () => {
  await requestRaw(site.address, pair);
  const usual = await measureKept((asked) => asked < 60);
  const state = { running: true };
  const searches = Promise.all(Array.from({ length: 60 }, (_none, number) => requestRaw(site.address, `/search?q=serve+models+${number}`))).then((answers) => {
    state.running = false;
    return answers;
  });
  const during = await measureKept((asked) => state.running && asked < 400);
  expect((await searches).filter(({ status }) => status !== 200)).toEqual([]);
  expect(during).toBeLessThan(Math.max(50, 4 * usual));
});

test('a roll-up of counts is on every kept page within two seconds', async () => {
  expect((await requestRaw(site.address, pair)).text).not.toContain('4,711');
  await site.query(makeRollUp('bbbbbbbbbbbb0001', 4_711));
  await wait(2_000);
  expect(await readSnapshotId(site.address, pair)).toBe('bbbbbbbbbbbb');
  expect((await requestRaw(site.address, pair)).text).toContain('4,711');
});

test('a second server on the same folder is refused in a sentence, and the first goes on', async () => {
  const second = await startSite(environment);
  const { code } = await second.ended;
  expect(code).toBe(1);
  expect(second.readErrors()).toMatch(/^The embedded database in .+ is in use by process \d+ on .+\. Stop that process and try again, or set DATABASE_URL/m);
  expect(second.readErrors()).toContain(String(site.pid));
  expect((await requestRaw(site.address, '/search?q=serve+models')).status).toBe(200);
});

test('SIGTERM ends the server cleanly, with readers still connected, and it starts again with what it had', async () => {
  const agent = new Agent({ keepAlive: true });
  await requestRaw(site.address, pair, { agent });
  expect(isLocked()).toBe(true);
  const open = Promise.allSettled([requestRaw(site.address, '/search?q=inference', { agent }), requestRaw(site.address, '/tools/aider', { agent })]);
  await wait(5);
  const began = performance.now();
  expect(await site.stop()).toEqual({ code: 0, signal: null });
  expect(performance.now() - began).toBeLessThan(4_000);
  expect((await open).map((each) => each.status)).toEqual(['fulfilled', 'fulfilled']);
  agent.destroy();
  expect(isLocked()).toBe(false);
  expect(site.readErrors()).toBe('');
  site = await startReadySite(environment);
  expect((await requestRaw(site.address, pair)).status).toBe(200);
  await expect.poll(() => site.listRequests(pair)).toMatchObject([{ cache: 'miss' }]);
  expect(await site.query('SELECT count(*)::int AS "count" FROM "ToolSuggestion"')).toEqual([{ count: 1 }]);
});

test('a server that was killed leaves a lock that the next one takes over', async () => {
  process.kill(site.pid, 'SIGKILL');
  expect(await site.ended).toEqual({ code: null, signal: 'SIGKILL' });
  expect(isLocked()).toBe(true);
  site = await startReadySite(environment);
  expect((await requestRaw(site.address, pair)).status).toBe(200);
});
