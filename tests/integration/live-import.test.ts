import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SourceEntry } from '../../lib/catalog/entry';
import { importLive, type LiveSettings } from '../../lib/commands/import-live';
import { readSourceAddress } from '../../lib/commands/read-source-file';
import { findTools } from '../../lib/db/find-tools';
import { importSource } from '../../lib/db/import-source';
import { migrateDatabase } from '../../lib/db/prepare';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { sources } from '../../lib/sources/sources';
import github from '../fixtures/live/github.json';
import openrouter from '../fixtures/live/openrouter.json';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { pickRecords, readShippedFiles } from '../support/record-files';
import { importTestFiles } from '../support/records';
import { type Replay, type ReplayServer, type Reply, startReplay, stopClock } from '../support/replay-server';

const token = 'ghp_verySecretAndNeverSaid';
const answers: Record<string, Reply> = github.answers;

const listRepository = (repository: string): SourceEntry => ({
  at: repository,
  names: [`github:${repository.toLowerCase()}`],
  tool: { name: repository.replace('/', ' '), kind: 'repository', category: 'unsorted', vendor: 'somebody', repository },
  facts: [{ signal: 'language', value: 'C', asOf: '2024-01-01', source: 'github-ranking', method: 'measured' }],
});

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  let folder: string;
  let server: ReplayServer;
  let replay: Replay;
  let said: string[];
  const clock = stopClock('2026-11-24T12:00:00Z');
  beforeAll(async () => {
    database = await useDatabase(home);
    folder = mkdtempSync(join(tmpdir(), 'unfragile-live-'));
    server = await startReplay((request, response) => replay(request, response));
    await migrateDatabase(database, () => {});
    await importTestFiles(database, pickRecords(readShippedFiles(), ['vllm']));
    await importSource(database, 'github-ranking', { entries: ['PyGithub/PyGithub', 'octokit-fixture-org/hello-world'].map(listRepository), rejected: [] });
  });
  beforeEach(() => {
    said = [];
    server.seen.length = 0;
    replay = ({ path }) => answers[path.replace('pygithub/pygithub', 'PyGithub/PyGithub')] ?? { status: 404 };
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const settings = (): LiveSettings => {
    const access = { address: server.url, token };
    const all = { github: access, huggingFace: access, openrouter: access, mcpRegistry: { ...access, token: null } };
    return { dataDir: folder, access: all, pages: 1, releases: false, runtime: clock, print: (line) => void said.push(line) };
  };
  const countFacts = async (): Promise<number> => (await database.pool.query(`SELECT count(*)::int AS n FROM "Fact"`)).rows[0].n;
  const starsOf = async (slug: string) => {
    const { value } = await readSnapshot((tx) => findTools(tx, [slug]));
    return value[0]?.tool?.facts.filter(({ source }) => source === 'github-api').map(({ signal, value: is, asOf }) => [signal, is, asOf]);
  };

  test('GitHub is asked for the repositories of listed tools, and their figures are facts with the day of the answer', async () => {
    const rejected = await importLive(database, 'github', settings());
    expect(server.seen.map(({ path }) => path)).toEqual(['/repos/octokit-fixture-org/hello-world', '/repos/pygithub/pygithub', '/repos/vllm-project/vllm']);
    expect(server.seen.every(({ headers }) => headers.authorization === `Bearer ${token}` && headers['x-github-api-version'] === '2022-11-28')).toBe(true);
    expect(await starsOf('pygithub-pygithub')).toContainEqual(['stars', 7122, '2025-01-07']);
    expect(await starsOf('octokit-fixture-org-hello-world')).toContainEqual(['stars', 0, '2018-07-14']);
    expect(rejected).toEqual([{ at: 'github:vllm-project/vllm', reason: 'GitHub shows no such repository (status 404)' }]);
    expect(said[0]).toBe(`GitHub REST API: ${server.url}, for 3 names of listed tools …`);
    expect(said[1]).toBe(
      '  3 requests: 3 new answers, 0 unchanged since an earlier run, 0 kept from an interrupted one. 4999 of 5000 requests are left until 2025-01-07 08:32 UTC.',
    );
    expect(said[2]).toMatch(
      /^ {2}data of 2025-01-07: 3 read, 2 matched, 0 tools created, 0 about tools that are not listed, 1 rejected; 9 facts added, 0 unchanged\.$/m,
    );
    expect(said.join()).not.toContain(token);
  });

  test('the next run asks on condition, and adds nothing where nothing changed that day', async () => {
    const before = await countFacts();
    const usual = replay;
    replay = (request, response) => {
      const reply = usual(request, response);
      return reply?.headers?.ETag === request.headers['if-none-match'] && reply?.headers ? { status: 304, headers: { date: reply.headers.Date ?? '' } } : reply;
    };
    clock.set('2026-11-25T12:00:00Z');
    await importLive(database, 'github', settings());
    expect(said[1]).toContain('1 new answers, 2 unchanged since an earlier run');
    expect(await countFacts()).toBe(before);
  });

  test.each([null, -3, '88843'])('stars that are %o leave out their row alone', async (stars) => {
    clock.set('2026-11-26T12:00:00Z');
    const { body } = github.answers['/repos/PyGithub/PyGithub'];
    replay = ({ path }) => ({
      headers: { date: 'Thu, 26 Nov 2026 12:00:00 GMT' },
      body: { ...body, full_name: path.slice('/repos/'.length), stargazers_count: path.includes('pygithub') ? stars : 5 },
    });
    const rejected = await importLive(database, 'github', settings());
    expect(rejected.map(({ reason }) => reason)).toEqual([expect.stringContaining('stargazers_count')]);
    expect(await starsOf('vllm')).toContainEqual(['stars', 5, '2026-11-26']);
    expect(await starsOf('pygithub-pygithub')).toContainEqual(['stars', 7122, '2025-01-07']);
  });

  test('a limit imports what there is, says what to do, and the next run asks for the rest', async () => {
    clock.set('2026-11-27T12:00:00Z');
    const usual = replay;
    const reset = { 'x-ratelimit-limit': '5000', 'x-ratelimit-reset': String(Date.parse('2026-11-27T13:00:00Z') / 1_000) };
    replay = (request, response) => ({ ...usual(request, response), headers: { ...reset, 'x-ratelimit-remaining': server.seen.length < 2 ? '1' : '0' } });
    await importLive(database, 'github', settings());
    expect(said.at(-1)).toMatch(/takes no more requests until 13:00 UTC\. What was fetched is kept: .* 2 of 3 repositories are done\.$/);
    clock.set('2026-11-27T13:00:01Z');
    replay = usual;
    server.seen.length = 0;
    await importLive(database, 'github', settings());
    expect(said.join('\n')).toContain('going on with an interrupted run');
    expect(server.seen).toHaveLength(1);
  });

  test('a source that breaks down half-way leaves the catalogue as it was', async () => {
    const before = await countFacts();
    clock.set('2026-11-28T12:00:00Z');
    replay = () => (server.seen.length === 1 ? answers['/repos/PyGithub/PyGithub']! : { status: 500 });
    await expect(importLive(database, 'github', settings())).rejects.toThrow('answered with status 500, after 4 attempts');
    expect(await countFacts()).toBe(before);
  });

  test('models of OpenRouter are made from its answer', async () => {
    replay = () => ({ body: openrouter.body });
    await importLive(database, 'openrouter', settings());
    expect(said.join('\n')).toContain('data of 2026-08-01: 5 read, 0 matched, 3 tools created');
  });

  test('a source without an API says which have one', async () => {
    await expect(importLive(database, 'aider', settings())).rejects.toThrow('"aider" cannot be asked over the network. These can: github, hugging-face,');
  });
});

test('without a network the command gives a sentence and exit code 1, and says no token', async () => {
  const { url, close } = await startReplay(() => null);
  await close();
  const dataDir = mkdtempSync(join(tmpdir(), 'unfragile-live-'));
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    OPENROUTER_API_URL: url,
    OPENROUTER_API_KEY: token,
    UNFRAGILE_TRACE: '0',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'lib/commands/import.ts', 'openrouter', '--live'], {
    env,
    encoding: 'utf8',
  });
  rmSync(dataDir, { recursive: true, force: true });
  expect(status).toBe(1);
  expect(stderr).toContain('cannot be reached (ECONNREFUSED), after 4 attempts. Check the network');
  expect(stdout + stderr).not.toContain(token);
}, 120_000);

test('a file at an address is dated by what it is called, else by its answer, and by the day that is given before both', async () => {
  const { url, close } = await startReplay(() => ({
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(github.answers['/repos/PyGithub/PyGithub'].body),
  }));
  const dayOf = async (path: string, day?: string) => (await readSourceAddress(sources.github, `${url}${path}`, day)).parsed.entries[0]?.facts[0]?.asOf;
  expect(await dayOf('/github_2026-07-01.jsonl')).toBe('2026-07-01');
  expect(await dayOf('/raw')).toBe('2026-08-01');
  expect(await dayOf('/github_2026-07-01.jsonl', '2026-06-30')).toBe('2026-06-30');
  await close();
});
