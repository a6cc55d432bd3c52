import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { RecordFile } from '../../lib/catalog/check-records';
import { parseFeed } from '../support/parse-xml';
import { requestRaw } from '../support/raw-request';
import { changeRecord, pickRecords, readShippedFiles } from '../support/record-files';
import { startReadySite } from '../support/server';

const pair = '/compare/gpt-oss-20b-vs-llama-4-maverick';
const log = `${pair}/changes`;

test('a comparison links to what changed, and its head to the feed', async ({ page }) => {
  await page.goto(pair);
  await expect(page.locator('head link[type="application/atom+xml"]')).toHaveAttribute('href', new RegExp(`${log}\\.atom$`));
  await page.getByRole('link', { name: 'What changed', exact: true }).click();
  await expect(page).toHaveURL(log);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed: gpt-oss-20b vs Llama 4 Maverick');
  await expect(page.locator('head meta[name=robots]')).toHaveAttribute('content', /noindex/);
});

test('a first import is no change; what sources dated themselves stands apart, each price with both receipts', async ({ page }) => {
  await page.goto(log);
  await expect(page.getByText(/^Nothing has changed since all of them were listed, on /)).toBeVisible();
  const change = page.locator('.changes-day li').filter({ hasText: 'gpt-oss-20b, output price at OpenRouter' }).first();
  await expect(change).toContainText('$0.14');
  await expect(change).toContainText('$0.13');
  await expect(change).toContainText('read on 12 May 2026 and 1 August 2026');
  await change.locator('button.receipt').last().click();
  const card = page.getByRole('dialog', { name: 'Source of Output price on 1 August 2026, gpt-oss-20b' });
  await expect(card.getByText('OpenRouter', { exact: true })).toBeVisible();
});

test('the feed is one, its entries lead to their lines, and it is sent once', async ({ baseURL, page }) => {
  const feed = await requestRaw(baseURL ?? '', `${log}.atom`);
  expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  const { entries, self, href } = parseFeed(feed.text);
  expect([self, href]).toEqual([`${baseURL}${log}.atom`, `${baseURL}${log}`]);
  expect(entries.length).toBeGreaterThan(3);
  expect(entries.find(({ title }) => title.includes('gpt-oss-20b, output price at OpenRouter'))?.content).toMatch(
    /After: \$0\.13, OpenRouter, 1 August 2026, .+https:/,
  );
  await page.goto(log);
  for (const entry of entries) await expect(page.locator(`[id="${new URL(entry.href).hash.slice(1)}"]`)).toHaveCount(1);
  for (const address of [log, `${log}.atom`]) {
    const { etag } = (await requestRaw(baseURL ?? '', address)).headers;
    expect((await requestRaw(baseURL ?? '', address, { headers: { 'if-none-match': etag ?? '' } })).status).toBe(304);
  }
});

test('every other spelling moves to the one address, and what is not there says so in its own kind', async ({ baseURL }) => {
  const read = (path: string) => requestRaw(baseURL ?? '', path);
  const moved = await read('/compare/Llama-4-Maverick-vs-gpt-oss-20b/changes.atom');
  expect([moved.status, moved.headers.location]).toEqual([308, `${log}.atom`]);
  const missing = await read('/compare/nothing-like-it-vs-vllm/changes');
  expect([missing.status, missing.headers['content-type']]).toEqual([404, expect.stringContaining('text/html')]);
  const feed = await read('/compare/nothing-like-it-vs-vllm/changes.atom');
  expect([feed.status, feed.headers['content-type'], feed.text]).toEqual([404, 'text/plain; charset=utf-8', expect.stringContaining('No tool of this name')]);
  parseFeed((await read('/tools/vllm/changes.atom')).text);
  expect((await read('/tools/vllm/changes')).status).toBe(200);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing in the ${colorScheme} theme at ${width} px, and nothing is wider than the page`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(log);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}

test.describe('between two snapshots', () => {
  test.describe.configure({ timeout: 300_000 });
  test.use({ javaScriptEnabled: false });

  const files = pickRecords(readShippedFiles(), ['ollama', 'vllm', 'gpt-oss-20b', 'llama-4-maverick']);
  const folder = mkdtempSync(join(tmpdir(), 'unfragile-changes-'));
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (records: readonly RecordFile[]): void => {
    for (const { place, text } of records) {
      mkdirSync(dirname(join(folder, 'catalog', place)), { recursive: true });
      writeFileSync(join(folder, 'catalog', place), text);
    }
  };
  const start = () => startReadySite({ DATA_DIR: folder, CATALOG_DIR: join(folder, 'catalog'), SITE_URL: 'https://unfragile.example' });

  test('a change of stars changes the answer, with its cause; where nothing changed the same bytes are sent', async ({ page }) => {
    write(files);
    const first = await start();
    const same = [log, `${log}.atom`];
    const etags = [];
    for (const path of same) etags.push((await requestRaw(first.address, path)).headers.etag);
    await first.stop();
    write(
      changeRecord(files, 'vllm', (record) => {
        record.facts = record.facts.map((fact) => (fact.signal === 'stars' ? { ...fact, value: 150 } : fact));
      }),
    );
    const second = await start();
    try {
      for (const [index, path] of same.entries()) {
        const again = await requestRaw(second.address, path, { headers: { 'if-none-match': etags[index] ?? '' } });
        expect([path, again.status]).toEqual([path, 304]);
      }
      await page.goto(`${second.address}/compare/ollama-vs-vllm/changes`);
      await expect(page.locator('.changes-verdict')).toHaveText(/^The answer on rank ?a tie between Ollama and vLLM → Ollama ranks higher/);
      await expect(page.locator('.changes-why')).toContainText(/Because of other facts: .*GitHub stars/);
      const { entries } = parseFeed((await requestRaw(second.address, '/compare/ollama-vs-vllm/changes.atom')).text);
      expect(entries.map(({ title }) => title)).toContain('The answer on rank: a tie between Ollama and vLLM → Ollama ranks higher');
    } finally {
      await second.stop();
    }
  });
});
