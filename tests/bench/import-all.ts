import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeEnvironment } from '../support/server';
import { readMemoryIfRunning } from './memory';

export type ImportedAll = { ms: number; megabytes: number };

const lookEveryMs = 200;

/** One `npm run import` as a process of its own, and the most memory that it held. Without arguments it imports the records. */
export async function runImport(home: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<ImportedAll> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join('lib', 'commands', 'import.ts'), ...options], {
    env: makeEnvironment(home),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let megabytes = 0;
  const look = setInterval(() => {
    const memory = child.pid === undefined ? null : readMemoryIfRunning(child.pid);
    if (memory) megabytes = Math.max(megabytes, memory.most ?? memory.now);
  }, lookEveryMs);
  const [code] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
  return { ms: performance.now() - began, megabytes };
}
