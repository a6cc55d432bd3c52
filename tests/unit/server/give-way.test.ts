import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(__dirname, '..', '..', '..');
const module = join(root, 'lib', 'server', 'give-way.ts');

/** In a process of its own, which stays as it was made: with these programs in reach. */
function giveWayThere(first: string, path: string): unknown {
  const script = `
    const { getPriority } = require('node:os');
    const { findThread, giveWay } = require(${JSON.stringify(module)});
    giveWay(${first}).then((why) => console.log(JSON.stringify({ why: why?.code ?? why, priority: getPriority() })));`;
  const options = { cwd: root, env: { ...process.env, PATH: path }, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], options));
}

const path = process.env.PATH ?? '';

test('where no thread is to go first, nothing is done', () => {
  expect(giveWayThere('null', path)).toEqual({ why: null, priority: 0 });
});

test.runIf(process.platform === 'linux' && availableParallelism() > 1)('every thread but the first gives way; without chrt by priority alone, and it is said why', () => {
  expect(giveWayThere('findThread()', path)).toEqual({ why: null, priority: 0 });
  expect(giveWayThere('-1', path)).toEqual({ why: null, priority: 10 });
  expect(giveWayThere('-1', '')).toEqual({ why: 'ENOENT', priority: 10 });
});
