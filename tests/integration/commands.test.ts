import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Home, homes, makeHome, type TestHome } from '../support/databases';

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'unfragile-commands-'));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Runs a command as its npm script does. */
function run(script: string, args: readonly string[] = [], env: Record<string, string> = {}): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `lib/commands/${script}.ts`, ...args], {
    env: { ...process.env, DATA_DIR: join(parent, 'data'), ...env },
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

test('validating the shipped records opens no database', () => {
  expect(run('import', ['--validate'])).toMatchObject({ status: 0, out: expect.stringMatching(/^\d+ records and \d+ sources are right/), err: '' });
  expect(existsSync(join(parent, 'data'))).toBe(false);
});

test('wrong records are all named with file and path, and the exit code is 1', () => {
  const overlay = join(parent, 'wrong');
  mkdirSync(join(overlay, 'model'), { recursive: true });
  writeFileSync(join(overlay, 'model', 'a.json'), '{"id":"a","kind":"modle"}');
  writeFileSync(join(overlay, 'model', 'b.json'), 'null,');
  const { status, err } = run('import', ['--validate', '--overlay', overlay]);
  expect(status).toBe(1);
  expect(err).toContain(`${overlay}/model/a.json: kind: `);
  expect(err).toContain(`${overlay}/model/a.json: facts: `);
  expect(err).toContain(`${overlay}/model/b.json: is not JSON`);
  expect(err).not.toContain('    at ');
});

test('a record is scaffolded with every required field; what is open is reported until it is written', () => {
  const dir = join(parent, 'mine');
  const args = ['--kind', 'model', '--slug', 'my-model', '--name', 'My model', '--dir', dir];
  expect(run('new-record', args)).toMatchObject({ status: 0, out: expect.stringContaining('my-model.json is written') });
  expect(JSON.parse(readFileSync(join(dir, 'model', 'my-model.json'), 'utf8'))).toMatchObject({
    id: 'my-model',
    slug: 'my-model',
    kind: 'model',
    name: 'My model',
  });
  const { status, err } = run('import', ['--validate', '--overlay', dir]);
  expect(status).toBe(1);
  const places = err.split('\n').filter((line) => line.startsWith(dir));
  expect(places.length).toBeGreaterThan(10);
  expect(places.every((line) => line.endsWith('is still to be written'))).toBe(true);
  expect(run('new-record', args)).toMatchObject({ status: 1, err: expect.stringContaining('is there already') });
  expect(run('new-record', ['--kind', 'thing'])).toMatchObject({ status: 1, err: expect.stringContaining('--kind must be one of: model') });
});

test('a mistake gives a sentence and exit code 1', () => {
  expect(run('import', ['--vaildate'])).toMatchObject({ status: 1, err: expect.stringMatching(/^Unknown option '--vaildate'/) });
  expect(run('import', [], { PORT: 'x', SITE_URL: 'y' })).toMatchObject({ status: 1, err: expect.stringContaining('  SITE_URL must be an address') });
  expect(run('import', ['--validate'], { CATALOG_DIR: '/nowhere' })).toMatchObject({
    status: 1,
    err: expect.stringContaining('There is no folder /nowhere with records'),
  });
  expect(run('import', [], { DATABASE_URL: 'postgresql://127.0.0.1:1/none' })).toMatchObject({
    status: 1,
    err: expect.stringContaining('cannot be reached (ECONNREFUSED)'),
  });
  expect(run('restore', ['/nowhere'])).toMatchObject({ status: 1, err: expect.stringContaining('/nowhere cannot be read') });
});

describe.each(homes)('%s', (home: Home) => {
  let made: TestHome;
  let env: Record<string, string>;
  beforeAll(async () => {
    made = await makeHome(home);
    env = 'url' in made.home ? { DATABASE_URL: made.home.url } : { DATA_DIR: join(made.home.folder ?? '', '..') };
  });
  afterAll(() => made.remove());

  test('migrate, import, rank, export and restore, each with its summary', () => {
    expect(run('migrate', [], env)).toMatchObject({ status: 0, out: expect.stringMatching(/\d applied in/) });
    expect(run('rank', [], env)).toMatchObject({ status: 1, err: expect.stringContaining('The catalogue is empty. Run "npm run import" first.') });
    expect(run('import', [], env)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/\d+ added, 0 changed, 0 retired, 0 unchanged\.\nSnapshot [0-9a-f]{16}, in/),
    });
    expect(run('import', [], env)).toMatchObject({ status: 0, out: expect.stringContaining('The records have not changed since the last import') });
    expect(run('rank', [], env)).toMatchObject({ status: 0, out: expect.stringMatching(/(\d+) of \1 ranks are equal/) });
    expect(run('suggestions', [], env)).toMatchObject({ status: 0, out: '0 open.\n' });
    const file = join(parent, `${home}.jsonl`);
    expect(run('export', [file], env)).toMatchObject({ status: 0, out: `0 rows written to ${file}.\n` });
    expect(run('export', [file], env)).toMatchObject({ status: 1, err: expect.stringContaining('is there already') });
    expect(run('restore', [file], env)).toMatchObject({ status: 0, out: '0 rows restored, 0 were there already.\n' });
  }, 180_000);
});
