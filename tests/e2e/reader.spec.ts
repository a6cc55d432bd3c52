import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openWithScript, waitForScript } from '../support/wait-for-script';
import { watchPage } from '../support/watch-page';

const rivals = '/compare/sglang-vs-vllm';
const models = '/compare/claude-sonnet-4-5-vs-gemini-2-5-flash';
const own = `${models}?w=a70,q10,e10,f10&use=i4000,o400,c50,n1000,by:output`;

async function openDrawer(page: Page, path: string, button: string): Promise<void> {
  await openWithScript(page, path);
  await page.getByRole('button', { name: button, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** What the page shows of the reader's own view. */
const readOwn = (page: Page): Promise<string[]> => page.locator('.own:visible').allInnerTexts();

async function expectOwnResults(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Your ranking' })).toContainText('published');
  await expect(page.getByRole('region', { name: 'Your cost a month' })).toContainText('$');
}

test('weights by keyboard: the ranking follows, stands in the address, and reset leaves a plain address', async ({ page }) => {
  const { faults } = await watchPage(page);
  await openDrawer(page, rivals, 'Your weights');
  const slider = page.getByRole('slider', { name: 'Freshness' });
  const before = await slider.getAttribute('aria-valuetext');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /^100 of 100, which is \d+ % of all weights$/);
  expect(before).not.toBe(await slider.getAttribute('aria-valuetext'));
  await expect(page).toHaveURL(/\?w=a\d+,q\d+,e\d+,f100$/);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('With your weights');
  await page.getByRole('button', { name: 'Published weights' }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(rivals);
  await page.getByRole('button', { name: 'Quality first' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/w=a10,q70,e10,f10/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Your weights', exact: true })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Your ranking' })).toContainText('published');
  await page.getByRole('button', { name: /^Remove ?: Your ranking$/ }).click();
  await expect(page).toHaveURL(rivals);
  expect(faults).toEqual([]);
});

test('a workload by keyboard: cost, sum with source, and where the cheaper one changes', async ({ page }) => {
  await openDrawer(page, models, 'Your workload');
  const input = page.getByRole('spinbutton', { name: 'Input tokens a call' });
  await input.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1000');
  await page.getByRole('spinbutton', { name: 'Output tokens a call' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('500');
  await page.getByRole('spinbutton', { name: 'Calls a day' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('100');
  // 3 M tokens × $3 + 1.5 M × $15 = $31.50 a month.
  await expect(page.getByRole('region', { name: 'Cost of Claude Sonnet 4.5' })).toContainText('$31.50 a month at Anthropic API');
  await expect(page.getByRole('region', { name: 'Cost of Claude Sonnet 4.5' }).getByRole('link').first()).toHaveAttribute('href', /^https:/);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
    /^Gemini 2\.5 Flash costs least: \$4\.65 a month, 85\s% less than Claude Sonnet 4\.5\.$/,
  );
  await expect(page).toHaveURL(/use=i1000,o500,n100$/);
  await page.getByText('The figures', { exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('row')).not.toHaveCount(0);
});

test('software that is free to run costs no $0: what is missing is said', async ({ page }) => {
  await openDrawer(page, rivals, 'Your workload');
  await expect(page.getByRole('region', { name: 'Cost of vLLM' })).toHaveText(
    /Cannot be computed because it is free to run but you supply .*, which is not free\./,
  );
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('cannot be said');
});

test('a tool that needs a model is priced with the model that is picked, and the address keeps it', async ({ page, browser }) => {
  await openDrawer(page, '/compare/crewai-vs-langgraph', 'Your workload');
  await expect(page.getByRole('region', { name: 'Cost of CrewAI' })).toContainText('no model is picked for it');
  await page.getByRole('combobox', { name: 'The model that is called' }).selectOption({ index: 1 });
  await expect(page.getByRole('region', { name: 'Cost of CrewAI' })).toContainText('a month at');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('cost the same');
  await expect(page).toHaveURL(/m:[a-z0-9-]+/);
  const second = await (await browser.newContext()).newPage();
  await openWithScript(second, page.url());
  await expect(second.getByRole('region', { name: 'Your cost a month' })).toContainText('cost the same');
});

test('tools of different kinds have no common weights, and it is said', async ({ page }) => {
  await openDrawer(page, '/compare/dreambooth-stable-diffusion-vs-gemini-2-5-flash', 'Your weights');
  await expect(page.getByRole('tabpanel')).toContainText('Weights are not applied here');
  await expect(page.getByRole('slider')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Your weights' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Your workload' })).toBeFocused();
  await expect(page.getByRole('spinbutton', { name: 'Calls a day' })).toBeVisible();
});

test('a reload and a second browser show the same view, without a jump', async ({ page, browser }) => {
  const { faults, readShift } = await watchPage(page);
  await openWithScript(page, own);
  await expectOwnResults(page);
  const first = await readOwn(page);
  expect(await readShift()).toBe(0);
  await page.reload();
  await waitForScript(page);
  await expectOwnResults(page);
  expect(await readOwn(page)).toEqual(first);
  const second = await (await browser.newContext()).newPage();
  await openWithScript(second, own);
  await expectOwnResults(second);
  expect(await readOwn(second)).toEqual(first);
  expect(faults).toEqual([]);
});

test('garbage in the address leaves the plain page', async ({ page }) => {
  await openWithScript(page, `${models}?w=a70,q10&use=i4000,o-1,n0`);
  await expect(page.locator('.own:visible')).toHaveCount(0);
});

test('nothing of the drawer is loaded before it is asked for', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await openWithScript(page, rivals);
  const before = scripts.length;
  await page.getByRole('button', { name: 'Your weights', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
});

for (const width of [360, 768, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing at ${width} px in the ${colorScheme} theme, and nothing is wider than the page`, async ({ browser }) => {
      const page = await (await browser.newContext({ colorScheme, viewport: { width, height: 800 } })).newPage();
      const { readShift } = await watchPage(page);
      await openWithScript(page, own);
      await expectOwnResults(page);
      expect(await readShift()).toBe(0);
      const check = async (): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
        const overflow = await page.evaluate(() =>
          [document.documentElement, document.querySelector('dialog')].map((each) => (each ? each.scrollWidth - each.clientWidth : 0)),
        );
        expect(overflow).toEqual([0, 0]);
      };
      await check();
      for (const tab of ['Your weights', 'Your workload']) {
        await page.getByRole('button', { name: tab, exact: true }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await check();
        await page.getByRole('button', { name: 'Close' }).click();
      }
    });
  }
}
