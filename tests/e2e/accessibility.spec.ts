import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openWithScript } from '../support/wait-for-script';
import { pageTypes } from './page-types';

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const { name, path } of pageTypes.filter((each) => each.name !== 'filtered tools')) {
      test(`axe finds nothing on the ${name} page`, async ({ page }) => {
        await page.goto(path);
        expect(await findViolations(page)).toEqual([]);
      });
    }

    for (const { name, path } of pageTypes.filter((each) => /^(comparison|comparison of three|tools|model)$/.test(each.name))) {
      test(`axe finds nothing on the ${name} page at 360 px`, async ({ page }) => {
        await page.setViewportSize({ width: 360, height: 780 });
        await page.goto(path);
        expect(await findViolations(page)).toEqual([]);
      });
    }

    test('axe finds nothing with everything open that opens', async ({ page }) => {
      await page.goto('/compare/sglang-vs-vllm');
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      await page.locator('#row-stars button.receipt').first().click();
      expect(await findViolations(page)).toEqual([]);
    });

    test('axe finds nothing with the share card open', async ({ page }) => {
      await openWithScript(page, '/compare/sglang-vs-vllm');
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.locator('#share-card summary').click();
      await expect(page.locator('#share-card code')).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
    });

    test('axe finds nothing while suggestions are shown', async ({ page }) => {
      await openWithScript(page, '/');
      await page.getByRole('combobox', { name: 'Search tools' }).fill('gemini');
      await expect(page.locator('[role=option]').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      expect(await findViolations(page)).toEqual([]);
    });
  });
}
