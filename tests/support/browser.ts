import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function findInstalled(): string | null {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, but no file is there. Correct it or leave it out.`);
  }
  return [chromium.executablePath(), ...systemBrowsers].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Runs an installer to its end; true when it says that it worked. */
function install(command: string, args: readonly string[], limitMs: number): boolean {
  process.stdout.write(`No browser yet: trying ${command} ${args.join(' ')}\n`);
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: limitMs }).status === 0;
}

function mayInstallPackages(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser that the end-to-end tests drive: CHROMIUM_PATH, Playwright's own, a system Chromium; else
 * Playwright's download, else Debian's package. Throws one sentence that says what to do.
 */
export function findBrowser(): string {
  const steps: (() => boolean)[] = [
    () => install('npx', ['playwright', 'install', 'chromium'], 180_000),
    () => mayInstallPackages() && install('apt-get', ['update', '-qq'], 180_000) && install('apt-get', ['install', '-y', '-qq', 'chromium'], 600_000),
  ];
  let found = findInstalled();
  for (const step of steps) {
    if (found === null && step()) found = findInstalled();
  }
  if (found === null) throw new Error('The end-to-end tests need a browser: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.');
  return found;
}
