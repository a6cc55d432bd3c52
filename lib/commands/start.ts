import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the built application is made from: when none of it has changed, the build of last time is used. */
const ingredients = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'next.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const made = new Set(['generated']);
const stampPath = join('.next', 'built-from');

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !made.has(entry.name))
    .flatMap((entry) => listFiles(join(path, entry.name)))
    .sort();
}

function fingerprintSources(): string {
  const hash = createHash('sha256');
  for (const path of ingredients.flatMap(listFiles)) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function run(script: string): void {
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm run ${script} failed; what it printed above says why.`);
}

/** Builds the application unless the last build is of the same sources, then serves it. */
async function start(): Promise<void> {
  const built = existsSync(stampPath) && existsSync(join('lib', 'db', 'generated')) ? readFileSync(stampPath, 'utf8') : '';
  if (built !== fingerprintSources()) {
    process.stdout.write('Building (only when the sources have changed) …\n');
    run('generate');
    run('build');
    // Taken anew: a build may rewrite tsconfig.json.
    writeFileSync(stampPath, fingerprintSources());
  }
  await import('./serve');
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
