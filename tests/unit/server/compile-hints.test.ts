import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compileHint, hintScripts } from '../../../lib/server/compile-hints';

const folder = mkdtempSync(join(tmpdir(), 'unfragile-hints-'));
const long = `"${'x'.repeat(40_000)}";`;
const scripts = { 'framework.js': long, 'small.js': '"small";', 'page.js': long };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('long scripts of every page are hinted once, short ones and those of some pages stay as they are', () => {
  mkdirSync(join(folder, 'static'));
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, 'static', name), text);
  writeFileSync(join(folder, 'build-manifest.json'), JSON.stringify({ rootMainFiles: ['static/framework.js', 'static/small.js'], polyfillFiles: [] }));
  hintScripts(folder);
  hintScripts(folder);
  const read = (name: string): string => readFileSync(join(folder, 'static', name), 'utf8');
  expect(read('framework.js')).toBe(`${compileHint}${long}`);
  expect(read('small.js')).toBe(scripts['small.js']);
  expect(read('page.js')).toBe(long);
});

test('a build without a manifest of its scripts is an error', () => {
  expect(() => hintScripts(join(folder, 'static'))).toThrow(/build-manifest\.json/);
});
