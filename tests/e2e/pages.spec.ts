import { expect, type Page, test } from '@playwright/test';
import { waitForScript } from '../support/wait-for-script';
import { watchPage } from '../support/watch-page';
import { pageTypes } from './page-types';

/** Waits until fonts are in and React has taken the page over. */
async function settle(page: Page): Promise<void> {
  await waitForScript(page);
  await page.evaluate(() => document.fonts.ready);
}

const readMeta = (page: Page, name: string): Promise<string | null> => page.locator(`meta[name="${name}"]`).first().getAttribute('content', { timeout: 1_000 });

test('a typeface that comes late moves nothing', async ({ page }) => {
  const { readShift } = await watchPage(page);
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  const typeface = page.waitForResponse(/\.woff2/);
  await page.goto('/compare/claude-code-vs-codex-vs-gemini-cli-vs-opencode');
  await (await typeface).finished();
  await settle(page);
  expect(await readShift()).toBe(0);
});

for (const { name, path, status, canonical, indexed, crumbs } of pageTypes) {
  test(`the ${name} page has a whole head, loads without a jump, and nothing goes wrong in the browser`, async ({ page, baseURL }) => {
    const { faults, readShift } = await watchPage(page);
    const response = await page.goto(path);
    await settle(page);
    expect(response?.status()).toBe(status);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('main')).toHaveCount(1);
    expect((await page.title()).length).toBeGreaterThan(5);
    expect((await readMeta(page, 'description'))?.length ?? 0).toBeGreaterThan(20);
    const links = page.locator('head link[rel=canonical]');
    if (canonical !== null) await expect(links).toHaveAttribute('href', new RegExp(`^${baseURL}${canonical === '/' ? '/?' : canonical}$`));
    else await expect(links).toHaveCount(0);
    if (indexed) await expect(page.locator('meta[name=robots]')).toHaveCount(0);
    else expect(await readMeta(page, 'robots')).toContain('noindex');
    const trail = page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('listitem');
    await expect(trail).toHaveText([...crumbs]);
    for (const text of await page.locator('script[type="application/ld+json"]').allTextContents()) {
      expect(JSON.parse(text)).toHaveProperty('@context', 'https://schema.org');
      expect(text).not.toMatch(/rating|review/i);
    }
    expect(await readShift()).toBeLessThan(0.02);
    // Chromium reports a 404 of the document itself as a failed resource.
    expect(faults.filter((fault) => !(status === 404 && fault.includes('404')))).toEqual([]);
  });

  test(`the ${name} page neither scrolls sideways nor jumps at 360 and 768 px`, async ({ page }) => {
    const { readShift } = await watchPage(page);
    for (const width of [360, 768]) {
      await page.setViewportSize({ width, height: 780 });
      await page.goto(path);
      await settle(page);
      const [content = 0, view = 0] = await page.evaluate(() => [document.scrollingElement?.scrollWidth ?? 0, document.scrollingElement?.clientWidth ?? 0]);
      expect(content, `${width} px`).toBeLessThanOrEqual(view);
      expect(await readShift(), `${width} px`).toBeLessThan(0.02);
    }
  });
}

for (const query of ['?order=vllm,sglang', '?order=vllm,sglang&dropped=1']) {
  test(`nothing jumps when the view ${query} is applied`, async ({ page }) => {
    const { faults, readShift } = await watchPage(page);
    await page.goto(`/compare/sglang-vs-vllm${query}`);
    await settle(page);
    expect(await readShift()).toBeLessThan(0.02);
    expect(faults).toEqual([]);
  });
}

test('no two pages share a title or a description', async ({ page }) => {
  const heads: { name: string; title: string; description: string | null }[] = [];
  for (const { name, path } of pageTypes.filter((each) => each.name !== 'filtered tools')) {
    await page.goto(path);
    heads.push({ name, title: await page.title(), description: await readMeta(page, 'description') });
  }
  const repeated = heads.filter(({ title, description }, index) =>
    heads.some((other, at) => at < index && (other.title === title || other.description === description)),
  );
  expect(repeated).toEqual([]);
});

test('the sitemap holds indexed pages alone', async ({ page, request, baseURL }) => {
  const text = await (await request.get('/sitemap.xml')).text();
  const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const { path, indexed } of pageTypes.filter(
    (each) => each.canonical === each.path && each.name !== 'comparison of three' && each.name !== 'comparison of four',
  ))
    expect(addresses.includes(`${baseURL}${path}`), path).toBe(indexed);
  const step = Math.ceil(addresses.length / 12);
  for (const address of addresses.filter((_, index) => index % step === 0)) {
    expect((await page.goto(address))?.status(), address).toBe(200);
    await expect(page.locator('meta[name=robots]'), address).toHaveCount(0);
    await expect(page.locator('head link[rel=canonical]')).toHaveAttribute('href', new RegExp(`^${address.replace(/\/$/, '')}/?$`));
  }
  expect(await (await request.get('/robots.txt')).text()).toContain(`${baseURL}/sitemap.xml`);
});
