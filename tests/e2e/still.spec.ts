import { expect, type Page, test } from '@playwright/test';
import { openWithScript, waitForScript } from '../support/wait-for-script';
import { watchPage } from '../support/watch-page';

const pair = '/compare/sglang-vs-vllm';

for (const path of [pair, '/tools/vllm', '/', '/tools', '/search?q=transcribe+a+podcast', '/methodology', '/sources']) {
  test(`of ${path} React takes over only what changes in the browser`, async ({ page }) => {
    const { faults } = await watchPage(page);
    await openWithScript(page, path);
    const { still, taken } = await page.evaluate(() => {
      const isTaken = (element: Element): boolean => Object.keys(element).some((key) => key.startsWith('__react'));
      const within = [...document.querySelectorAll('[data-still] *')];
      return { still: within.filter((element) => !isTaken(element)).length, taken: within.filter(isTaken).length };
    });
    expect(taken).toBe(0);
    expect(still).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });
}

test('the words of a page are sent once, not again for React', async ({ request }) => {
  const html = await (await request.get(pair)).text();
  const said = 'A longer list is finer slicing';
  expect(html.split(said).length - 1).toBe(1);
});

test('where React gives up on taking the page over and writes it anew, nothing of it is lost', async ({ page }) => {
  await page.route(pair, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace('>Your weights</button>', '>Changed on the way</button>') });
  });
  await page.goto(pair);
  await waitForScript(page);
  await expect(page.getByRole('button', { name: 'Your weights' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Changed on the way' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Capabilities', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Side by side' }).getByRole('rowheader').first()).toBeVisible();
});

test('a command of a still part is copied, and the button says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWithScript(page, '/tools/vllm');
  const copy = page.locator('[data-copy]').first();
  const command = await copy.locator('xpath=preceding-sibling::code[1]').innerText();
  await copy.press('Enter');
  await expect(copy.getByRole('status')).toHaveText('copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command);
  await expect(copy.getByRole('status')).toHaveText('');
});

test('scripts are asked for after the first paint', async ({ page }) => {
  await openWithScript(page, pair);
  const [paint, script] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
    Math.min(...performance.getEntriesByType('resource').flatMap((entry) => (/\/_next\/static\/.*\.js$/.test(entry.name) ? [entry.startTime] : []))),
  ]);
  expect(paint).toBeLessThan(60_000);
  // A paint is counted when the frame is shown, which is a little after it was handed over.
  expect(script).toBeGreaterThan((paint ?? 0) - 50);
  expect(script).toBeLessThan(60_000);
});

/** Opens a page whose scripts wait until they are let go. */
async function openWithoutScript(page: Page, path: string): Promise<() => void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return letGo;
}

test('what is chosen and ticked before the scripts are there counts', async ({ page }) => {
  const letGo = await openWithoutScript(page, '/tools');
  const box = page.locator('input[name=tools]').first();
  const name = (await box.getAttribute('data-name')) ?? '';
  await box.check();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('model');
  letGo();
  await expect(page).toHaveURL('/tools?kind=model');
  await expect(page.getByRole('button', { name: `Take out ${name}` })).toBeVisible();
});

test('what is pressed before the scripts are there is done when they are, once for each time', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  const letGo = await openWithoutScript(page, pair);
  await page.getByRole('button', { name: 'Only differences' }).press('Enter');
  for (let time = 0; time < 2; time += 1) await page.getByRole('button', { name: 'Swap columns' }).click();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
  await expect(page).toHaveURL(pair);
  letGo();
  await expect(page).toHaveURL(`${pair}?rows=differing`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page).toHaveURL(`${pair}?rows=differing`);
  await page.getByRole('button', { name: 'Swap columns' }).click();
  await expect(page).toHaveURL(`${pair}?order=vllm,sglang&rows=differing`);
});

const far = ':is(.far, .far-parts > *):not(details:not([open]) *)';

for (const path of [pair, '/tools/vllm', '/tools']) {
  test(`of ${path} what lies far down is not in the first frame, and laid out before scripts are asked for`, async ({ page }) => {
    await page.addInitScript((selector) => {
      const isLaidOut = () => [...document.querySelectorAll<HTMLElement>(selector)].map(({ style }) => style.contentVisibility === 'visible');
      requestAnimationFrame(() => Object.assign(window, { first: isLaidOut() }));
      new MutationObserver((changes) => {
        const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
        if (!('asked' in window) && added.some((node) => node instanceof HTMLScriptElement && node.src !== '' && !node.noModule))
          Object.assign(window, { asked: isLaidOut() });
      }).observe(document, { childList: true, subtree: true });
    }, far);
    await openWithScript(page, path);
    const seen = await page.evaluate(() => ({ first: Reflect.get(window, 'first'), asked: Reflect.get(window, 'asked') }));
    expect(seen.first).not.toContain(true);
    expect(seen.asked.length).toBeGreaterThan(2);
    expect(seen.asked).not.toContain(false);
  });
}

test('all of a page is laid out at once where it opens in the middle', async ({ page }) => {
  const isLater = () => page.evaluate(() => document.documentElement.dataset.far !== undefined);
  await page.goto('/tools/vllm');
  expect(await isLater()).toBe(true);
  await page.reload();
  expect(await isLater()).toBe(false);
  await page.goto('/');
  await page.goto('/tools/vllm#sources');
  expect(await isLater()).toBe(false);
});
