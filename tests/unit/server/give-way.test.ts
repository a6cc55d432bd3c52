import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(__dirname, '..', '..', '..');
const module = join(root, 'lib', 'server', 'give-way.ts');

/** In a process of its own, which stays as it was made. */
function giveWayThere(first: string): unknown {
  const script = `
    const { getPriority } = require('node:os');
    const { findThread, giveWay } = require(${JSON.stringify(module)});
    const why = giveWay(${first});
    console.log(JSON.stringify({ why, priority: getPriority() }));`;
  const options = { cwd: root, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], options));
}

test('where no thread is to go first, nothing is done', () => {
  expect(giveWayThere('null')).toEqual({ why: null, priority: 0 });
});

test.runIf(process.platform === 'linux')('every thread but the first gives way', () => {
  expect(giveWayThere('findThread()')).toEqual({ why: null, priority: 0 });
  expect(giveWayThere('-1')).toEqual({ why: null, priority: 10 });
});
