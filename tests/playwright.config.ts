import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser';

const port = Number(process.env.E2E_PORT ?? '3210');
const address = `http://127.0.0.1:${port}`;
// The configuration is read again by every worker: they share the folder that the first reading made, and it removes.
if (process.env.E2E_DATA_DIR === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'unfragile-e2e-'));
  process.env.E2E_DATA_DIR = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** Chromium as root needs no sandbox, and without a way out it must not try to phone home. */
const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 45_000,
  reporter: [['list']],
  use: { baseURL: address, launchOptions: { executablePath: findBrowser(), args } },
  webServer: {
    command: 'npm run --silent serve',
    cwd: join(__dirname, '..'),
    url: `${address}/api/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: { PORT: String(port), DATA_DIR: process.env.E2E_DATA_DIR, SITE_URL: address, LOG_LEVEL: 'error' },
  },
});
