import { spawnSync } from 'node:child_process';

/** Every kind of test, in the order in which a failure is cheapest to find. */
const steps = [
  { name: 'prisma client', command: ['npm', 'run', '--silent', 'generate'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'test:types'] },
  { name: 'lint and format', command: ['npm', 'run', '--silent', 'test:lint'] },
  { name: 'unit', command: ['npm', 'run', '--silent', 'test:unit'] },
  { name: 'integration', command: ['npm', 'run', '--silent', 'test:integration'] },
  { name: 'production build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'end to end', command: ['npm', 'run', '--silent', 'test:e2e'] },
] as const;

const results = steps.map(({ name, command: [program, ...args] }) => {
  process.stdout.write(`\n== ${name}\n`);
  const started = performance.now();
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  return { name, passed: status === 0, seconds: Math.round((performance.now() - started) / 1000) };
});

process.stdout.write('\n');
for (const { name, passed, seconds } of results) process.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
const failed = results.filter(({ passed }) => !passed).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
