import type { Page } from '@playwright/test';

/** Opens a page and waits until React has taken it over, so that keys and clicks are heard. */
export async function openWithScript(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await waitForScript(page);
}

/** React leaves its mark on every element that it has taken over; effects run before the second frame after. */
export async function waitForScript(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react')));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
