import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { requestRaw } from '../support/raw-request';
import { readCsv, readMarkdownTable } from '../support/read-tables';

const pair = '/compare/sglang-vs-vllm';
const browserAccepts = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';

test('what Accept prefers is sent, stored apart, and a browser always gets the page', async ({ baseURL }) => {
  const site = baseURL ?? '';
  for (const path of [pair, '/tools/vllm', '/search?q=serve+models']) {
    const [address = '', query = ''] = path.split('?');
    for (const [accept, type, form] of [
      ['text/markdown', 'text/markdown; charset=utf-8', 'md'],
      ['text/html;q=0.1, text/csv', 'text/csv; charset=utf-8; header=present', 'csv'],
      ['application/json, text/plain, */*', 'application/json; charset=utf-8', 'json'],
      [browserAccepts, 'text/html; charset=utf-8', null],
      ['*/*', 'text/html; charset=utf-8', null],
      [',;q=,', 'text/html; charset=utf-8', null],
    ] as const) {
      const { status, headers, text } = await requestRaw(site, path, { headers: { accept, 'x-not-counted': '1' } });
      expect([status, headers['content-type'], headers.vary], `${path} ${accept}`).toEqual([200, type, 'Accept, Accept-Encoding']);
      expect(headers['x-robots-tag'], `${path} ${accept}`).toBe(form === null ? undefined : 'noindex');
      if (form === null) continue;
      const byEnding = await requestRaw(site, `${address}.${form}${query === '' ? '' : `?${query}`}`, { headers: { 'x-not-counted': '1' } });
      expect(byEnding.text, `${path} ${accept}`).toBe(text);
      const known = await requestRaw(site, path, { headers: { accept, 'x-not-counted': '1', 'if-none-match': String(headers.etag) } });
      expect([known.status, known.body.length], `${path} ${accept}`).toEqual([304, 0]);
      const head = await requestRaw(site, path, { method: 'HEAD', headers: { accept } });
      expect([head.status, head.headers['content-type'], head.body.length]).toEqual([200, type, 0]);
    }
  }
});

test('what is not there is said in the form that was asked for', async ({ baseURL }) => {
  const site = baseURL ?? '';
  for (const [path, type, says] of [
    ['/compare/nothing-like-it-vs-vllm.md', 'text/markdown; charset=utf-8', /^# Not found/],
    ['/tools/nothing-like-it.csv', 'text/csv; charset=utf-8; header=present', /^Error,Name,Address\r\nnot found,nothing-like-it,/],
    ['/tools/nothing-like-it.json', 'application/json; charset=utf-8', /"error":"not-found"/],
    ['/tools/nothing-like-it.png', 'text/plain; charset=utf-8', /No tool/],
    ['/tools/nothing-like-it.svg', 'text/plain; charset=utf-8', /No tool/],
    ['/compare/nothing-like-it-vs-vllm.png', 'text/plain; charset=utf-8', /No tool/],
    ['/embed/compare/nothing-like-it-vs-vllm', 'text/html; charset=utf-8', /nothing-like-it/],
  ] as const) {
    const { status, headers, text } = await requestRaw(site, path);
    expect([status, headers['content-type'], headers['cache-control']], path).toEqual([404, type, 'no-store']);
    expect(text, path).toMatch(says);
  }
});

test('the lines of a tool page and of a search stand in its twins', async ({ page, baseURL }) => {
  const site = baseURL ?? '';
  for (const slug of ['vllm', 'gpt-oss-120b', 'playwright-mcp', 'dreambooth-stable-diffusion']) {
    await page.goto(`/tools/${slug}`);
    const facts = await page.locator('.facts-all tbody tr:not(.facts-group)').evaluateAll((rows) =>
      rows.map((row) => {
        const value = row.querySelector('td .receipt')?.firstChild?.textContent ?? '';
        return [row.querySelector('th')?.textContent ?? '', value, row.querySelectorAll('td')[1]?.textContent ?? ''];
      }),
    );
    expect(facts.length, slug).toBeGreaterThan(2);
    const csv = readCsv((await requestRaw(site, `/tools/${slug}.csv`)).text).map(([, signal, value, , conditions]) => [signal, value, conditions]);
    const markdown = readMarkdownTable((await requestRaw(site, `/tools/${slug}.md`)).text).rows.map(([, signal, value, , conditions]) => [
      signal,
      value,
      conditions,
    ]);
    for (const fact of facts) {
      expect(csv, slug).toContainEqual(fact);
      expect(markdown, slug).toContainEqual(fact);
    }
  }
  await page.goto('/search?q=transcribe+speech');
  const found = await page.locator('.tool-row h3').allTextContents();
  const { headers: _headers, text } = await requestRaw(site, '/search.csv?q=transcribe+speech', { headers: { 'x-not-counted': '1' } });
  expect(
    readCsv(text)
      .slice(1)
      .map(([, name]) => name),
  ).toEqual(found);
});

test('a picture is a PNG of the stated size, named with its address in the page', async ({ page, baseURL }) => {
  const site = baseURL ?? '';
  for (const path of [pair, '/tools/vllm', '/compare/ollama-vs-sglang-vs-tgi-vs-vllm']) {
    const { status, headers, body } = await requestRaw(site, `${path}.png`);
    expect([status, headers['content-type'], body.readUInt32BE(16), body.readUInt32BE(20)], path).toEqual([200, 'image/png', 1200, 630]);
    expect(body.length, path).toBeLessThan(250_000);
    const again = await requestRaw(site, `${path}.png?v=2`, { headers: { 'if-none-match': String(headers.etag) } });
    expect(again.status, path).toBe(304);
    await page.goto(path);
    const content = (name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
    expect(await content('og:image'), path).toBe(`${site}${path}.png`);
    expect([await content('og:image:width'), await content('og:image:height'), await content('twitter:card')], path).toEqual([
      '1200',
      '630',
      'summary_large_image',
    ]);
    expect(await content('og:image:alt'), path).toContain((await content('og:title')) ?? '');
    for (const [type, form] of [
      ['text/markdown', 'md'],
      ['application/json', 'json'],
      ['text/csv', 'csv'],
    ]) {
      await expect(page.locator(`link[rel=alternate][type="${type}"]`), path).toHaveAttribute('href', `${site}${path}.${form}`);
    }
  }
});

test('a card may be framed, runs nothing, and nothing else may be framed', async ({ page, baseURL }) => {
  const site = baseURL ?? '';
  const { headers, text } = await requestRaw(site, `/embed${pair}`);
  expect(headers['content-security-policy']).toContain('frame-ancestors *');
  expect([headers['x-frame-options'], headers['x-robots-tag']]).toEqual([undefined, 'noindex']);
  expect(text).not.toContain('<script');
  expect((await requestRaw(site, '/embed/compare/vllm-vs-SGLang?x=1')).headers.location).toBe(`/embed${pair}?x=1`);
  for (const path of ['/', pair, '/tools/vllm', `${pair}.json`, `${pair}.png`, '/tools/vllm.svg', '/search']) {
    expect((await requestRaw(site, path)).headers['x-frame-options'], path).toBe('DENY');
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 400 });
    await page.goto(`/embed${pair}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await new AxeBuilder({ page }).disableRules(['landmark-one-main', 'region']).analyze()).violations).toEqual([]);
  }
});

test('a badge is an image with a title, and llms.txt leads to what is there', async ({ baseURL }) => {
  const site = baseURL ?? '';
  const badge = await requestRaw(site, '/tools/vllm.svg');
  expect([badge.status, badge.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(badge.text).toMatch(/<title id="t">UnfragileRank of vLLM: \d+\/100.*\d{4}<\/title>/);
  const guide = await requestRaw(site, '/llms.txt');
  expect([guide.status, guide.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  const links = [...guide.text.matchAll(/\]\((\S+)\)/g)].map(([, address = '']) => address);
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    expect(link.startsWith(`${site}/`), link).toBe(true);
    expect((await requestRaw(site, link.slice(site.length), { headers: { 'x-not-counted': '1' } })).status, link).toBe(200);
  }
});

test('sharing works by keyboard: the link, with the view where there is one, and the page as Markdown', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto(`${pair}?order=vllm,sglang`);
  await page.getByRole('button', { name: 'Share', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Copy link', exact: true }).press('Enter');
  await expect.poll(copied).toBe(`${baseURL}${pair}`);
  await page.getByRole('button', { name: 'Copy link with my view' }).press('Enter');
  await expect.poll(copied).toBe(`${baseURL}${pair}?order=vllm,sglang`);
  await page.getByRole('button', { name: 'Copy as Markdown' }).press('Enter');
  await expect.poll(copied).toMatch(/^# SGLang vs vLLM\n/);
  await page.keyboard.press('Escape');
  await expect(page.locator('#share-card')).toBeHidden();
  await page.goto('/tools/vllm?q=serve&match=secret');
  await page.getByRole('button', { name: 'Share', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Copy link', exact: true }).press('Enter');
  await expect.poll(copied).toBe(`${baseURL}/tools/vllm`);
  await expect(page.getByRole('button', { name: 'Copy link with my view' })).toHaveCount(0);
  await context.close();
});

test('where the device has a share sheet, it gets the title, one true sentence and the address with the view', async ({ page, baseURL }) => {
  // Chromium without a screen has no sheet: the device's part is played here, and only that.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: (data: ShareData) => Promise.resolve(localStorage.setItem('shared', JSON.stringify(data))) });
  });
  await page.goto(`${pair}?order=vllm,sglang`);
  await page.getByRole('button', { name: 'Share', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Share with …' }).press('Enter');
  const read = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('shared'));
  await expect.poll(read).not.toBeNull();
  const description = await page.locator('meta[name=description]').getAttribute('content');
  expect(JSON.parse((await read()) ?? '')).toEqual({ title: 'SGLang vs vLLM', text: description, url: `${baseURL}${pair}?order=vllm,sglang` });
});

test('without a script the forms and the snippets are there all the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto(pair);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.locator('#share-card').getByRole('link', { name: 'CSV' })).toHaveAttribute('href', `${pair}.csv`);
  await page.locator('#share-card summary').click();
  await expect(page.locator('#share-card code')).toContainText(`src="${baseURL}/embed${pair}"`);
  await context.close();
});
