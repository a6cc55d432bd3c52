import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { requestRaw } from '../support/raw-request';
import { tabTo } from '../support/tab-to';
import { openWithScript, waitForScript } from '../support/wait-for-script';

/** A browser that does not say that it is driven: only such are counted. */
test.use({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });

const need = '/search?q=transcribe+long+recordings+on+my+own+machine';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('a need leads to tools that say why, and the first two to their comparison', async ({ page }) => {
  await page.goto(need);
  const first = page.locator('.tool-row').first();
  await expect(first.getByText(/^Because of .+ = \d/)).toBeVisible();
  await expect(first.getByText(/since 23 November 2026, up to/)).toBeVisible();
  await page.getByRole('link', { name: /^Compare the top two/ }).click();
  await expect(page).toHaveURL(/\/compare\/.+-vs-.+/);
});

test('the page of a tool asks whether it worked, counts the answer, and takes a line', async ({ page }) => {
  await openWithScript(page, need);
  await page.locator('.tool-row h3 a').first().click();
  await expect(page).toHaveURL(/\/tools\/[a-z0-9-]+\?q=.+&match=/);
  const bar = page.getByRole('region', { name: 'Did it work?' });
  await expect(bar).toContainText('for “transcribe long recordings on my own machine”?');
  await bar.getByRole('button', { name: 'It worked' }).click();
  await expect(bar).toContainText('Counted: it worked');
  await bar.getByLabel('One line about it').fill('Two hours in one go');
  await bar.getByRole('button', { name: 'Add' }).click();
  await expect(bar).toContainText('your line is kept too');
  await expect(page.locator('head link[rel=canonical]')).toHaveAttribute('href', /\/tools\/[a-z0-9-]+$/);
});

test('with the keyboard alone, from a need to a counted answer', async ({ page }) => {
  await openWithScript(page, '/search');
  await page.keyboard.press('/');
  await page.keyboard.type('transcribe long recordings on my own machine');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]q=transcribe\+long/);
  await waitForScript(page);
  await tabTo(page, page.locator('.tool-row h3 a').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tools\/[a-z0-9-]+\?q=.+&match=/);
  const bar = page.getByRole('region', { name: 'Did it work?' });
  await tabTo(page, bar.getByRole('button', { name: 'It worked' }));
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('Counted: it worked');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a need leads to capabilities, tools and the question, none of it too small for a thumb', async ({ page }) => {
    await openWithScript(page, need);
    await expect(page.getByRole('heading', { name: 'Capabilities that answer it' })).toBeVisible();
    const answers = page.getByRole('button', { name: /^It (worked|did not)/ });
    for (const index of [0, 1]) expect((await answers.nth(index).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.locator('.tool-row h3 a').first().tap();
    const bar = page.getByRole('region', { name: 'Did it work?' });
    await bar.getByRole('button', { name: 'It did not' }).tap();
    await expect(bar).toContainText('Counted: it did not work');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('the capabilities that answer a need lead to their pages', async ({ page }) => {
  await page.goto(need);
  await page.getByRole('region', { name: 'Capabilities that answer it' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/capabilities\/[a-z0-9-]+$/);
  await expect(page.locator('.tool-row').nth(1)).toBeVisible();
});

test('a misspelt name is read as the name, and the page says so', async ({ page }) => {
  await page.goto('/search?q=lanchain+alternatives');
  await expect(page.getByText('Read as names: “lanchain” as “langchain”')).toBeVisible();
  await expect(page.locator('.tool-row').first()).toBeVisible();
});

test('models are narrowed to those that take pictures, with their number before', async ({ page }) => {
  await openWithScript(page, '/search?q=describe+what+a+picture+shows');
  const modality = page.getByLabel('Besides text');
  await expect(modality.getByRole('option', { name: /^reads pictures \(\d+\)$/ })).toBeAttached();
  await modality.selectOption('image-in');
  await expect(page).toHaveURL(/[?&]modality=image-in/);
  await expect(page.getByRole('link', { name: /Remove the filter Besides text: reads pictures/ })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what the words ask for beside the job narrows the results, says so, and is taken back one by one or as a whole', async ({ page }) => {
    const asked = '/search?q=open+source+MCP+server+for+Postgres';
    await page.goto(asked);
    await expect(page.getByText('Read from your words: MCP servers; any open source licence.')).toBeVisible();
    await expect(page.locator('.tool-row').filter({ hasNotText: 'MCP server' })).toHaveCount(0);
    await page.getByRole('link', { name: /^Remove the filter Licence: any open source licence from “open source”/ }).click();
    await expect(page).toHaveURL(`${asked}&licence=any`);
    await expect(page.getByText('Read from your words: MCP servers.')).toBeVisible();
    const csv = await (await page.request.get(asked.replace('/search', '/search.csv'))).text();
    expect(csv).toContain('Kind: MCP servers; Licence: any open source licence');
    await page.getByRole('link', { name: 'Search the words as they stand' }).click();
    await expect(page).toHaveURL(`${asked}&as=written`);
    await expect(page.getByText(/^Read from your words/)).toHaveCount(0);
    await expect(page.locator('.tool-row').first()).toBeVisible();
  });

  test('a choice in the form wins over the words, and any takes them back', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/search?q=MCP+server+for+Postgres');
    await expect(page.getByLabel('Kind')).toHaveValue('mcp-server');
    await page.getByText('Filter (1)', { exact: true }).click();
    await page.getByLabel('Kind').selectOption({ label: 'any' });
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(/[?&]kind=any/);
    await expect(page.getByText(/^Read from your words/)).toHaveCount(0);
  });

  test('the results ask, and thank', async ({ page }) => {
    await page.goto(need);
    await page
      .getByRole('button', { name: /^It did not/ })
      .nth(1)
      .click();
    await expect(page.getByText('Counted: it did not work')).toBeVisible();
    await expect(page.locator('.tool-row').first()).toBeVisible();
  });

  test('filters apply with a button, and stand in the address', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(need);
    await page.getByText('Filter', { exact: true }).click();
    await page.getByLabel('Kind').selectOption('model');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(/[?&]kind=model/);
    await expect(page.locator('.tool-row').filter({ hasNotText: '· Model ·' })).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('what nothing answers is said with the words, and the nearest', async ({ page }) => {
  await page.goto('/search?q=cook+a+soup+for+my+grandmother');
  await expect(page.getByText(/^Nothing here fits .+ answers .*“grandmother”.+The nearest are/)).toBeVisible();
});

test('a name leads straight to its tool', async ({ baseURL }) => {
  for (const name of ['vLLM', 'gemini%202.5%20flash'])
    expect((await requestRaw(baseURL ?? '', `/search?q=${name}`)).headers.location).toMatch(/^\/tools\/(vllm|gemini-2-5-flash)$/);
});

test('an answer that belongs to no search is refused in a sentence', async ({ baseURL }) => {
  const send = (body: string) => requestRaw(baseURL ?? '', '/api/outcomes', { method: 'POST', headers: form, body });
  const gone = await send('match=nothing&worked=yes');
  expect({ status: gone.status, text: gone.text }).toEqual({ status: 403, text: expect.stringContaining('belongs to no search') });
  expect((await send('match=nothing&worked=maybe')).status).toBe(400);
});

test('a driven browser that says so, and a prefetch, get answers that ask nothing', async ({ baseURL }) => {
  const asked: Record<string, string>[] = [
    { 'user-agent': 'HeadlessChrome/140.0' },
    { 'user-agent': 'Mozilla/5.0 (X11) Firefox/140.0', 'sec-purpose': 'prefetch' },
  ];
  for (const headers of asked) expect((await requestRaw(baseURL ?? '', need, { headers })).text).not.toContain('name="match"');
});

test('a capability that tools share has a page, linked from cards; an unknown one names the nearest', async ({ page }) => {
  await page.goto('/tools/whisper');
  await page
    .getByRole('link', { name: /tools do this.*Transcribe recordings/ })
    .first()
    .click();
  await expect(page).toHaveURL('/capabilities/transcribe-speech');
  await expect(page.locator('.tool-row').filter({ hasText: 'Whisper' }).first()).toBeVisible();
  await expect(page.locator('head link[rel=canonical]')).toHaveAttribute('href', /\/capabilities\/transcribe-speech$/);
  const missing = await page.goto('/capabilities/transcribe-speach');
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole('link', { name: /Transcribe speech/ })).toBeVisible();
});

for (const path of [need, '/search?q=cook+a+soup', '/capabilities/transcribe-speech', '/tools/whisper?q=x&match=x']) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing on ${path} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    });
  }
}
