import { expect, type Page, test } from '@playwright/test';
import { readRows } from '../support/comparison-page';
import { openWithScript, waitForScript } from '../support/wait-for-script';

const pair = '/compare/sglang-vs-vllm';

/** Ids of the rows of the main table that a reader sees. */
const readShown = (page: Page): Promise<string[]> =>
  page
    .locator('.cmp')
    .first()
    .locator('tr[id^=row-]:visible')
    .evaluateAll((rows) => rows.map(({ id }) => id));

test('rows on which the tools are the same say so in words and may be left out, also after a reload', async ({ page }) => {
  await openWithScript(page, pair);
  await expect(page.locator('#row-licence th')).toContainText('all the same');
  await expect(page.locator('#row-adoption th')).toContainText('values differ');
  const all = await readShown(page);
  const toggle = page.getByRole('button', { name: /^Only differences/ });
  await toggle.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${pair}?rows=differing`);
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const differing = await readShown(page);
  expect(differing).toContain('row-adoption');
  expect(differing).not.toContain('row-licence');
  expect(await toggle.innerText()).toContain(`hides ${all.length - differing.length})`);
  // A group of which nothing is left has no heading either.
  await expect(page.locator('#group-terms')).toBeHidden();
  await page.reload();
  await waitForScript(page);
  expect(await readShown(page)).toEqual(differing);
  await page.getByRole('button', { name: /^Only differences/ }).click();
  await expect(page).toHaveURL(pair);
  expect(await readShown(page)).toEqual(all);
});

test('a link to a row that is left out shows it', async ({ page }) => {
  await page.goto(`${pair}?rows=differing#row-licence`);
  await expect(page.locator('#row-licence')).toBeVisible();
});

test('the groups of the table and the sections below it are one jump away, without JavaScript too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pair);
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.length).toBeGreaterThan(5);
  for (const target of targets) await expect(page.locator(target)).toHaveCount(1);
  await links.filter({ hasText: 'Capabilities' }).click();
  await expect(page.locator('#capabilities')).toBeInViewport();
  await context.close();
});

test('the chart of scores says what the table says', async ({ page }) => {
  await page.goto(pair);
  await page.getByText('Scores on one axis').click();
  const table = await readRows(page);
  const chart = page.locator('.score-chart');
  await expect(chart).toBeVisible();
  for (const row of ['rank', 'adoption', 'freshness']) {
    const shown = chart.locator('tbody').filter({ has: page.locator(`a[href="#row-${row}"]`) });
    const points = await shown.locator('td.num').allInnerTexts();
    const cells = table.find(({ id }) => id === row)?.cells.map(({ text }) => text);
    expect(points.map((text) => text.trim())).toEqual(cells);
  }
});
