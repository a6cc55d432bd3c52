import { expect, type Locator, type Page, test } from '@playwright/test';
import { tabTo } from '../support/tab-to';
import { openWithScript, waitForScript } from '../support/wait-for-script';

const searchBox = (page: Page): Locator => page.getByRole('combobox', { name: /Search tools/ });
/** What the type-ahead offers; the choices of a select are options too. */
const suggestions = (page: Page): Locator => page.locator('[role=option]');
const tray = (page: Page): Locator => page.getByRole('region', { name: 'Picked to compare' });
const pick = (page: Page, name: string): Locator => page.getByRole('checkbox', { name: `Pick ${name} to compare` });

/** Names of the columns of the comparison, in the order in which they stand on the screen. */
async function readColumns(page: Page): Promise<string[]> {
  const heads = await page.locator('.cmp-head').first().locator('a[href^="/tools/"]').all();
  const placed = await Promise.all(heads.map(async (head) => ({ name: await head.innerText(), x: (await head.boundingBox())?.x ?? -1 })));
  return placed.sort((a, b) => a.x - b.x).map(({ name }) => name);
}

test('from the list over a filter and the tray to the comparison', async ({ page }) => {
  await openWithScript(page, '/');
  await page.getByRole('link', { name: /^Inference servers/ }).click();
  await expect(page).toHaveURL('/categories/inference-server');
  await page.goto('/tools');
  const before = await page.locator('.tool-row').count();
  await waitForScript(page);
  await page.getByLabel('Category').selectOption('vector-database');
  await expect(page).toHaveURL('/tools?category=vector-database');
  const rows = page.locator('.tool-row');
  expect(await rows.count()).toBeLessThan(before);
  await expect(rows.filter({ hasNotText: 'Vector databases' })).toHaveCount(0);
  await waitForScript(page);
  await page.getByLabel('Sort').selectOption('name');
  await expect(page).toHaveURL('/tools?category=vector-database&sort=name');
  const names = await page.locator('.tool-row h3').allTextContents();
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
  await waitForScript(page);
  await pick(page, 'Qdrant').check();
  await expect(tray(page)).toContainText('pick one more');
  await pick(page, 'Milvus').check();
  await tray(page).getByRole('link', { name: 'Compare 2' }).click();
  await expect(page).toHaveURL('/compare/milvus-vs-qdrant');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Milvus vs Qdrant');
});

test('the tray keeps its picks from page to page, takes four, and gives them back', async ({ page }) => {
  await openWithScript(page, '/categories/vector-database');
  await pick(page, 'Qdrant').check();
  await openWithScript(page, '/categories/inference-server');
  for (const name of ['vLLM', 'SGLang', 'Ollama']) await pick(page, name).check();
  await pick(page, 'llama.cpp').click();
  await expect(pick(page, 'llama.cpp')).not.toBeChecked();
  await expect(tray(page)).toContainText('4 tools at most');
  await tray(page).getByRole('button', { name: 'Take out Qdrant' }).click();
  await expect(tray(page).getByRole('link', { name: 'Compare 3' })).toBeVisible();
  await tray(page).getByRole('button', { name: 'Clear' }).click();
  await expect(pick(page, 'vLLM')).not.toBeChecked();
});

test('each filter changes the list and can be taken off', async ({ page }) => {
  await openWithScript(page, '/tools');
  const total = await page
    .getByRole('status')
    .filter({ hasText: /\d+ tools/ })
    .innerText();
  for (const [query, chip] of [
    ['kind=model', 'Kind: Models'],
    ['pricing=free+software', 'Pricing: free software'],
    ['weights=open', 'Weights: open weights'],
    ['ranked=no', 'Rank: not ranked yet'],
    ['licence=MIT', 'Licence: MIT'],
    ['vendor=Google', 'Vendor: Google'],
  ]) {
    await page.goto(`/tools?${query}`);
    await expect(page.getByRole('status').filter({ hasText: /\d+ tools?/ })).not.toHaveText(total);
    await page
      .getByRole('list', { name: 'Filters in force' })
      .getByRole('link', { name: chip ?? '' })
      .click();
    await expect(page).toHaveURL('/tools');
  }
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL('/tools?page=2');
  await page.goto('/tools?page=999');
  await expect(page.locator('.tool-row').first()).toBeVisible();
});

test('type-ahead: ⌘K, Ctrl K and / lead to it, arrows choose, Enter opens, Escape closes', async ({ page }) => {
  await openWithScript(page, '/compare/sglang-vs-vllm');
  for (const key of ['Control+k', 'Meta+k', '/']) {
    await page.keyboard.press(key);
    await expect(searchBox(page)).toBeFocused();
    await page.locator('h1').click();
    await expect(searchBox(page)).not.toBeFocused();
  }
  await page.keyboard.press('/');
  await page.keyboard.type('gemini');
  const options = suggestions(page);
  await expect(options.first()).toBeVisible();
  await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(searchBox(page)).toHaveValue('gemini');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Home');
  await searchBox(page).fill('gemini 2.5 flash');
  await expect(options.first()).toHaveText(/^Gemini 2\.5 Flash /);
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('[role=option][aria-selected=true]');
  await expect(chosen).toHaveCount(1);
  await expect(searchBox(page)).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/tools/gemini-2-5-flash');
});

test('type-ahead finds by alias and vendor, and Enter without a choice searches', async ({ page }) => {
  await openWithScript(page, '/');
  await searchBox(page).fill('anthropic');
  await expect(suggestions(page).filter({ hasText: 'Claude' }).first()).toBeVisible();
  await searchBox(page).fill('sgl-project');
  await expect(suggestions(page).filter({ hasText: 'SGLang' })).toBeVisible();
  await searchBox(page).fill('serve an open model to my team');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=serve+an+open+model+to+my+team');
  await expect(page.locator('.tool-row').first()).toBeVisible();
});

test('a tool is added, swapped and removed in place', async ({ page }) => {
  await openWithScript(page, '/compare/sglang-vs-vllm');
  await page.getByRole('combobox', { name: 'Add a tool to this comparison' }).fill('tgi');
  await suggestions(page).first().click();
  await expect(page).toHaveURL('/compare/sglang-vs-tgi-vs-vllm');
  await page.getByRole('link', { name: 'Remove SGLang' }).click();
  await expect(page).toHaveURL('/compare/tgi-vs-vllm');
  const alternatives = page.getByRole('region', { name: 'Alternatives' }).getByRole('listitem').filter({ hasText: 'Ollama' });
  await alternatives.getByRole('link', { name: /^Swap in for vLLM/ }).click();
  await expect(page).toHaveURL('/compare/ollama-vs-tgi');
  await page.getByRole('region', { name: 'Alternatives' }).getByRole('listitem').filter({ hasText: 'llama.cpp' }).getByRole('link', { name: /^Add/ }).click();
  await expect(page).toHaveURL('/compare/llama-cpp-vs-ollama-vs-tgi');
  await page.goto('/compare/ollama-vs-tgi');
  await page.getByRole('link', { name: /^Remove Ollama/ }).click();
  await expect(page).toHaveURL('/tools/tgi');
});

test('swapped columns are the same page in another order, and stay so after a reload', async ({ page }) => {
  await openWithScript(page, '/compare/sglang-vs-vllm');
  expect(await readColumns(page)).toEqual(['SGLang', 'vLLM']);
  await page.evaluate(() => {
    document.body.dataset.same = 'yes';
  });
  await page.getByRole('button', { name: 'Swap columns' }).click();
  await expect(page).toHaveURL('/compare/sglang-vs-vllm?order=vllm,sglang');
  await expect(page.locator('body')).toHaveAttribute('data-same', 'yes');
  expect(await readColumns(page)).toEqual(['vLLM', 'SGLang']);
  await page.reload();
  await waitForScript(page);
  expect(await readColumns(page)).toEqual(['vLLM', 'SGLang']);
  await expect(page.locator('head link[rel=canonical]')).toHaveAttribute('href', /\/compare\/sglang-vs-vllm$/);
  await page.getByRole('button', { name: 'Swap columns' }).click();
  await expect(page).toHaveURL('/compare/sglang-vs-vllm');
  expect(await readColumns(page)).toEqual(['SGLang', 'vLLM']);
});

test('three columns rotate', async ({ page }) => {
  await openWithScript(page, '/compare/chroma-vs-milvus-vs-qdrant');
  await page.getByRole('button', { name: 'Rotate columns' }).click();
  await expect(page).toHaveURL('/compare/chroma-vs-milvus-vs-qdrant?order=milvus,qdrant,chroma');
  expect(await readColumns(page)).toEqual(['Milvus', 'Qdrant', 'Chroma']);
  await page.goto('/compare/chroma-vs-milvus-vs-qdrant?order=qdrant,chroma,nonsense');
  expect(await readColumns(page)).toEqual(['Chroma', 'Milvus', 'Qdrant']);
});

test('a link is copied with the view in it where the reader says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWithScript(page, '/compare/sglang-vs-vllm?order=vllm,sglang');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Copy link with my view' }).click();
  await expect(page.getByText('copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('the search from a comparison knows where it came from, and a missing tool can be suggested', async ({ page }) => {
  await openWithScript(page, '/compare/sglang-vs-vllm');
  await page.getByRole('link', { name: /Search the match graph/ }).click();
  await expect(page).toHaveURL('/search?from=sglang-vs-vllm');
  await expect(page.getByText('You came from')).toContainText('SGLang vs vLLM');
  await page.getByRole('combobox', { name: 'What you need done' }).fill('zqxjkv');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=zqxjkv&from=sglang-vs-vllm');
  await expect(page.getByText('Nothing here fits “zqxjkv”')).toBeVisible();
  const suggestion = page.getByRole('textbox', { name: 'Name or address of the tool that is missing' });
  await expect(suggestion).toHaveValue('zqxjkv');
  await suggestion.fill(`zqxjkv ${test.info().testId}`);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page).toHaveURL('/search?q=zqxjkv&suggested=1');
  await expect(page.getByText('Noted, thank you')).toBeVisible();
});

test('a value opens to its source, and an error can be reported from there', async ({ page }) => {
  await openWithScript(page, '/compare/sglang-vs-vllm');
  await page.locator('#row-stars button.receipt').first().click();
  const card = page.getByRole('dialog', { name: 'Source of GitHub stars, SGLang' });
  await expect(card).toBeVisible();
  for (const term of ['Source', 'Date', 'Method']) await expect(card.getByText(term, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.locator('#row-stars button.receipt').first().click();
  await card.getByRole('link', { name: 'Report an error' }).click();
  await expect(page.getByRole('heading', { name: 'Report an error' })).toBeVisible();
  await expect(page.getByText('SGLang: GitHub stars')).toBeVisible();
});

test('the theme is the reader’s choice, kept, and there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openWithScript(page, '/tools/vllm');
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByLabel('Theme').selectOption('dark');
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.goto('/methodology', { waitUntil: 'commit' });
  await page.waitForSelector('h1');
  expect(await paper()).toBe(dark);
  await page.getByLabel('Theme').selectOption('system');
  await expect.poll(paper).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).toBe(dark);
});

test('the whole way from the start page to a receipt and a search without a mouse', async ({ page }) => {
  await openWithScript(page, '/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: /^Vector databases/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/categories/vector-database');
  await waitForScript(page);
  await tabTo(page, page.getByLabel('Sort'));
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL('/categories/vector-database?sort=name');
  await waitForScript(page);
  for (const name of ['Milvus', 'Qdrant']) {
    await tabTo(page, pick(page, name));
    await page.keyboard.press('Space');
  }
  await tabTo(page, tray(page).getByRole('link', { name: 'Compare 2' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/compare/milvus-vs-qdrant');
  await waitForScript(page);
  const stars = page.locator('#row-stars button.receipt').first();
  await tabTo(page, stars);
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Source of GitHub stars, Milvus' });
  await expect(card).toBeVisible();
  await tabTo(page, card.getByRole('link').first());
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(stars).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: /Search the match graph/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?from=milvus-vs-qdrant');
});

test('on a phone the menu, the filters and the columns of three tools can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openWithScript(page, '/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tools' }).click();
  await expect(page).toHaveURL('/tools');
  await waitForScript(page);
  await page.getByText('Filter and sort').click();
  await page.getByLabel('Kind').selectOption('model');
  await expect(page).toHaveURL('/tools?kind=model');
  await openWithScript(page, '/compare/chroma-vs-milvus-vs-qdrant');
  await page.getByLabel('Right column').selectOption('qdrant');
  const heads = page.locator('.cmp-head').first();
  await expect(heads.getByRole('link', { name: 'Qdrant' })).toBeVisible();
  await expect(heads.getByRole('link', { name: 'Milvus' })).toBeHidden();
});
