import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let parent: string | null = null;

function makeParent(): string {
  const made = mkdtempSync(join(tmpdir(), 'unfragile-bench-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A new empty folder, which goes when this process ends. */
export function makeFolder(): string {
  parent ??= makeParent();
  return mkdtempSync(join(parent, 'run-'));
}
