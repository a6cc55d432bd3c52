import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { requestRaw } from '../support/raw-request';

/** All of them are one visitor, who may send twenty a day: the test that goes over it comes last. */
test.describe.configure({ mode: 'serial' });

const comparison = '/compare/sglang-vs-vllm';
/** A form is not taken sooner. */
const leastMs = 2_100;

/** From the receipt of SGLang's stars to the form, with keys alone. */
async function openForm(page: Page): Promise<void> {
  await page.goto(comparison);
  await page.locator('#row-stars button.receipt').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Source of GitHub stars, SGLang' }).getByRole('link', { name: 'Report an error' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/report\?tool=sglang&fact=[0-9a-f]{32}&row=stars&from=\/compare\/sglang-vs-vllm$/);
}

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'It was right once, and is outdated' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('It has more by now');
  await page.waitForTimeout(leastMs);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Noted, thank you' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to where you were' }).click();
  await expect(page).toHaveURL(comparison);
}

test('a receipt leads to a form about its value, filled in and sent with keys alone', async ({ page }) => {
  await openForm(page);
  await expect(page.getByText('SGLang: GitHub stars')).toBeVisible();
  await expect(page.locator('.reported .receipt-list')).toContainText('Source');
  await fillIn(page);
});

test.describe('on a phone without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('it is the same form', async ({ page }) => {
    await openForm(page);
    await fillIn(page);
  });
});

test('a rank and a component can be reported too', async ({ page }) => {
  for (const [row, name] of [
    ['rank', 'UnfragileRank'],
    ['quality', 'Quality'],
  ] as const) {
    await page.goto(comparison);
    await page.locator(`#row-${row} button.receipt`).first().click();
    await page.getByRole('link', { name: 'Report an error' }).locator('visible=true').click();
    await expect(page.locator('.reported')).toContainText(row === 'rank' ? 'SGLang: ' : `SGLang: ${name}`);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the form in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/report?tool=vllm&row=stars');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const label of await page.locator('.report-form fieldset label').all()) expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
}

test('the form is for nobody to index, and there is none about what is not listed', async ({ page, baseURL }) => {
  await page.goto('/report?tool=vllm');
  await expect(page.locator('head meta[name=robots]')).toHaveAttribute('content', /noindex/);
  for (const path of ['/report', '/report?tool=nothing-like-it', '/report?tool=vllm&from=//elsewhere.example'])
    expect([path, (await requestRaw(baseURL ?? '', path)).status]).toEqual([path, 404]);
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('hostile, forged, hasty and foreign reports are refused in a sentence', async ({ baseURL }) => {
  const site = baseURL ?? '';
  const page = await requestRaw(site, '/report?tool=vllm&row=stars');
  const token = /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  expect(token).not.toBe('');
  const send = (body: string, headers: Record<string, string> = {}) =>
    requestRaw(site, '/api/reports', { method: 'POST', headers: { ...form, ...headers }, body });
  const good = `tool=vllm&row=stars&reason=other&token=${token}`;
  expect((await send(good)).status, 'faster than a person').toBe(429);
  await new Promise((resolve) => setTimeout(resolve, leastMs));
  const refused: [string, string, number, Record<string, string>][] = [
    ['nothing', '', 400, {}],
    ['no token', 'tool=vllm&row=stars&reason=other', 403, {}],
    ['another subject', good.replace('stars', 'rank'), 403, {}],
    ['no reason', good.replace('reason=other', ''), 400, {}],
    ['a reason of their own', good.replace('other', 'spam'), 400, {}],
    ['the hidden field', `${good}&website=x`, 400, {}],
    ['a long note', `${good}&note=${'x'.repeat(400)}`, 413, {}],
    ['a long body', `${good}&note=${'x'.repeat(20_000)}`, 413, {}],
    ['another site', good, 403, { origin: 'https://elsewhere.example' }],
    ['no origin', good, 403, { origin: 'null' }],
    ['another site, without its name', good, 403, { 'sec-fetch-site': 'cross-site' }],
    ['JSON', '{"tool":"vllm"}', 415, { 'content-type': 'application/json' }],
    ['broken encoding', '%E0%A4%A=%&tool=%00', 400, {}],
  ];
  for (const [what, body, status, headers] of refused) {
    const answer = await send(body, headers);
    expect([what, answer.status]).toEqual([what, status]);
    expect(answer.headers['content-type'], what).toBe('text/plain; charset=utf-8');
    expect(answer.text, what).toMatch(/^[A-Z][^\n]+\.\n$/);
  }
  expect((await requestRaw(site, '/api/reports')).status).toBe(405);
});

test('the same report twice is one, and more than twenty of one visitor are refused', async ({ baseURL }) => {
  const site = baseURL ?? '';
  const token = /name="token" value="([^"]+)"/.exec((await requestRaw(site, '/report?tool=vllm&row=licence')).text)?.[1] ?? '';
  await new Promise((resolve) => setTimeout(resolve, leastMs));
  const send = async (note: number): Promise<number> =>
    (await requestRaw(site, '/api/reports', { method: 'POST', headers: form, body: `tool=vllm&row=licence&reason=other&token=${token}&note=${note}` })).status;
  for (let n = 0; n < 25; n += 1) expect(await send(0)).toBe(303);
  const answers = [];
  for (let n = 1; n <= 21; n += 1) answers.push(await send(n));
  expect(answers.at(-1)).toBe(429);
  expect(answers.filter((status) => status === 303).length).toBeGreaterThan(10);
});
