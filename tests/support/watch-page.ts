import type { Page } from '@playwright/test';

export type Watched = {
  /** Everything that went wrong in the page so far: console errors and warnings, exceptions, refused resources. */
  faults: string[];
  /** How far things have jumped since the page began to load: Chromium's cumulative layout shift. */
  readShift: () => Promise<number>;
};

declare global {
  interface Window {
    layoutShift?: number;
  }
}

/** Watches a page from before its first navigation on. */
export async function watchPage(page: Page): Promise<Watched> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  await page.addInitScript(() => {
    window.layoutShift = 0;
    const isShift = (entry: PerformanceEntry): entry is PerformanceEntry & { value: number; hadRecentInput: boolean } => entry.entryType === 'layout-shift';
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (isShift(entry) && !entry.hadRecentInput) window.layoutShift = (window.layoutShift ?? 0) + entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return { faults, readShift: () => page.evaluate(() => window.layoutShift ?? -1) };
}
