import { expect, test } from '@playwright/test';
import { readTwin } from '../support/comparison-twin';

test.use({ javaScriptEnabled: false });

test('the search form of the start page works without JavaScript', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Search tools' }).fill('vector database');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL('/search?q=vector+database');
  await expect(page.locator('.tool-row').first()).toBeVisible();
});

test('filters and paging work without JavaScript', async ({ page }) => {
  await page.goto('/tools');
  await page.getByLabel('Kind').selectOption('mcp-server');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/[?&]kind=mcp-server/);
  await expect(page.locator('.tool-row').filter({ hasNotText: 'MCP server' })).toHaveCount(0);
  await page.goto('/tools');
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL('/tools?page=2');
});

test('tools are picked and compared without JavaScript', async ({ page }) => {
  await page.goto('/categories/vector-database');
  await page.getByRole('checkbox', { name: 'Pick Qdrant to compare' }).check();
  await page.getByRole('checkbox', { name: 'Pick Milvus to compare' }).check();
  await page.getByRole('button', { name: 'Compare the picked tools' }).click();
  await expect(page).toHaveURL('/compare/milvus-vs-qdrant');
  await page.goto('/compare');
  await page.getByRole('combobox', { name: 'First tool' }).fill('vLLM');
  await page.getByRole('combobox', { name: 'Second tool' }).fill('sgl');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL('/compare/sglang-vs-vllm');
  await page.getByRole('combobox', { name: 'Add a tool to this comparison' }).fill('tgi');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page).toHaveURL('/compare/sglang-vs-tgi-vs-vllm');
});

for (const set of ['dreambooth-stable-diffusion-vs-gemini-2-5-flash', 'sglang-vs-vllm', 'chroma-vs-milvus-vs-qdrant']) {
  test(`every row, capability and receipt of ${set} is there without JavaScript`, async ({ page, baseURL }) => {
    const twin = await readTwin(baseURL ?? '', set);
    await page.goto(`/compare/${set}`);
    const rows = await page.locator('tr[id^=row-]').evaluateAll((all) => all.map((row) => row.id));
    expect(rows.toSorted()).toEqual(twin.rows.map(({ id }) => `row-${id}`).toSorted());
    for (const { tool, capabilities } of twin.capabilities) {
      const cards = await page.locator(`[id^="capability-${tool}-"]`).evaluateAll((all) => all.map((card) => card.id));
      expect(cards.toSorted()).toEqual(capabilities.map(({ key }) => `capability-${tool}-${key}`).toSorted());
    }
    const opened = await page.locator('button.receipt').evaluateAll((all) => all.map((button) => button.getAttribute('popovertarget') ?? ''));
    const cards = await page.locator('dialog.receipt-card').evaluateAll((all) => all.map((card) => card.id));
    expect(new Set(cards).size).toBe(cards.length);
    expect(opened.toSorted()).toEqual(cards.toSorted());
  });
}

test('receipts, folds and the menu open without JavaScript', async ({ page }) => {
  await page.goto('/compare/dreambooth-stable-diffusion-vs-gemini-2-5-flash');
  await page.locator('#row-starting-price button.receipt').last().click();
  const card = page.getByRole('dialog', { name: /Starting Price, Gemini 2.5 Flash/ });
  await expect(card).toBeVisible();
  await expect(card).toContainText('Date');
  await page.keyboard.press('Escape');
  const fold = page.getByText(/^\+\d+ more capabilit/).first();
  const hidden = page.locator('.caps-more .capability').first();
  await expect(hidden).toBeHidden();
  await fold.click();
  await expect(hidden).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Methodology' })).toBeVisible();
});

test('controls that need JavaScript are not shown without it, and the theme is the system’s', async ({ page }) => {
  await page.goto('/compare/sglang-vs-vllm');
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Swap columns' })).toBeHidden();
  await expect(page.getByLabel('Theme')).toBeHidden();
  const paper = (): Promise<string> => page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).not.toBe(light);
});

test('a suggestion is sent without JavaScript', async ({ page }) => {
  await page.goto('/search?q=xqzzkw');
  await page.getByRole('textbox', { name: 'Name or address of the tool that is missing' }).fill('A tool without JavaScript');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page).toHaveURL('/search?q=xqzzkw&suggested=1');
  await expect(page.getByText('Noted, thank you')).toBeVisible();
});

test('columns of three tools are chosen on a phone without JavaScript', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/compare/chroma-vs-milvus-vs-qdrant');
  await page.getByLabel('Left column').selectOption('qdrant');
  const heads = page.locator('.cmp-head').first();
  await expect(heads.getByRole('link', { name: 'Qdrant' })).toBeVisible();
  await expect(heads.getByRole('link', { name: 'Chroma' })).toBeHidden();
});
