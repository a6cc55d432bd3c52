import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAnswerStore } from '@/lib/sources/live/answer-store';
import { createClient } from '@/lib/sources/live/client';
import { LimitError, LiveError } from '@/lib/sources/live/failures';
import { fetchFile } from '@/lib/sources/live/fetch-file';
import type { Fetched, FetchOptions } from '@/lib/sources/live/fetched';
import { findLink } from '@/lib/sources/live/link-header';
import { type LiveSource, type LiveSourceName, liveSources } from '@/lib/sources/live/live-sources';
import { sources } from '@/lib/sources/sources';
import github from '../../../fixtures/live/github.json';
import hub from '../../../fixtures/live/hugging-face.json';
import registry from '../../../fixtures/live/mcp-registry.json';
import openrouter from '../../../fixtures/live/openrouter.json';
import { type Replay, type ReplayServer, type Reply, type StoppedClock, startReplay, stopClock } from '../../../support/replay-server';

let folder: string;
let clock: StoppedClock;
let server: ReplayServer | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unfragile-live-'));
  clock = stopClock();
  server = null;
});
afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(replay: Replay): Promise<ReplayServer> {
  await server?.close();
  server = await startReplay(replay);
  return server;
}

/** One run against the server; `end` forgets that it ever began, as a whole run does. */
async function run(name: LiveSourceName, base: string, options: Partial<FetchOptions> = {}, end = true): Promise<Fetched> {
  const live: LiveSource = liveSources[name];
  const store = openAnswerStore(folder);
  const { startedAt } = store.beginRun(clock.now());
  const client = createClient({ base, token: null, tokenVariable: live.tokenVariable, limitAdvice: '', runtime: clock, store, startedAt });
  const fetched = await live.fetch(client, { listed: [], pages: 1, releases: false, report: () => {}, ...options });
  if (end) store.endRun();
  return fetched;
}

const parse = (name: LiveSourceName, { text, asOf }: Fetched) => sources[name].parse(text, { asOf });
const namesOf = (parsed: ReturnType<typeof parse>) => parsed.entries.map(({ names }) => names[0]);

test('OpenRouter is one answer; its moving aliases and variants are rejected', async () => {
  const { url, seen } = await serve(() => ({ body: openrouter.body }));
  const fetched = await run('openrouter', url);
  const parsed = parse('openrouter', fetched);
  expect(seen.map(({ path }) => path)).toEqual(['/v1/models']);
  expect(fetched).toMatchObject({ asOf: '2026-08-01', missing: [], stopped: null });
  expect(namesOf(parsed)).toEqual(['openrouter:deepseek/deepseek-v4-flash-0731', 'openrouter:openai/gpt-oss-120b', 'openrouter:google/gemini-2.5-flash']);
  expect(parsed.rejected).toHaveLength(2);
});

test('what others wrote about a model is not kept', async () => {
  const { url } = await serve(() => ({ body: { data: openrouter.body.data.map((each) => ({ ...each, description: 'a sentence' })) } }));
  expect((await run('openrouter', url)).text).not.toContain('a sentence');
});

const inPages: Replay = ({ path }) => ({ body: registry.pages[path.includes('cursor=') ? 1 : 0] });

test('the MCP registry is read page by page, each cursor as it came', async () => {
  const { url, seen } = await serve(inPages);
  const parsed = parse('mcp-registry', await run('mcp-registry', url));
  expect(seen.map(({ path }) => path)).toEqual([
    '/v0/servers?limit=100&version=latest',
    '/v0/servers?limit=100&version=latest&cursor=ai.aliengiraffe%2Fspotdb%3A0.1.0',
  ]);
  expect(namesOf(parsed)).toEqual(['github:abmeter/abmeter', 'github:aliengiraffe/spotdb', 'mcp-registry:ai.smithery/smithery-ai-github']);
  expect(parsed.rejected).toEqual([]);
});

test('a registry whose pages lead in a circle, or that has no list, is given up', async () => {
  const { url } = await serve(() => ({ body: registry.pages[0] }));
  await expect(run('mcp-registry', url)).rejects.toThrow('lead in a circle');
  const other = await serve(() => ({ body: { error: 'no' } }));
  await expect(run('mcp-registry', other.url)).rejects.toThrow('has no list "servers"');
});

test('a run that was interrupted between two pages asks for the second alone', async () => {
  let broken = true;
  const { url, seen } = await serve((request, response) => (broken && request.path.includes('cursor=') ? { status: 500 } : inPages(request, response)));
  await expect(run('mcp-registry', url)).rejects.toThrow(LiveError);
  broken = false;
  seen.length = 0;
  expect(namesOf(parse('mcp-registry', await run('mcp-registry', url)))).toHaveLength(3);
  expect(seen).toHaveLength(1);
});

test('answers of two days are dated by the older one', async () => {
  const { url } = await serve((request, response) => {
    const late = request.path.includes('cursor=') ? {} : { headers: { date: 'Fri, 31 Jul 2026 23:59:58 GMT' } };
    return { ...inPages(request, response), ...late };
  });
  expect((await run('mcp-registry', url)).asOf).toBe('2026-07-31');
});

const hubReplay: Replay = ({ path }): Reply => {
  if (path.includes('cursor=')) return { body: hub.pages[1] };
  if (path.startsWith('/api/models?')) return { headers: { link: hub.link }, body: hub.pages[0] };
  if (path === '/api/models/JetBrains/Mellum2-12B-A2.5B-Thinking') return { body: hub.model };
  return path === '/api/models/old/name' ? { body: { ...hub.model, id: 'new/name' } } : { status: 401 };
};

test('the Hub’s next page is found by its Link, on the host that was asked', async () => {
  const { url, seen } = await serve(hubReplay);
  const parsed = parse('hugging-face', await run('hugging-face', url, { pages: 5 }));
  expect(seen.map(({ path }) => path)).toEqual([
    '/api/models?sort=downloads&direction=-1&limit=1000',
    '/api/models?sort=downloads&direction=-1&limit=1000&cursor=eyJkb3dubG9hZHMiOjc4Nzg5NjE0fQ%3D%3D',
  ]);
  expect(parsed.entries.map(({ facts }) => facts[0]?.value)).toEqual([245017102, 78789614]);
});

test('listed models that are not on the pages are asked for one by one; what is missing or renamed is said', async () => {
  const listed = ['jetbrains/none', 'JetBrains/Mellum2-12B-A2.5B-Thinking', 'Sentence-Transformers/all-MiniLM-L6-v2', 'old/name', '../whoami', 'a/..', 'a/b/c'];
  const { url, seen } = await serve(hubReplay);
  const fetched = await run('hugging-face', url, { listed });
  expect(namesOf(parse('hugging-face', fetched))).toEqual(['hf:sentence-transformers/all-MiniLM-L6-v2', 'hf:JetBrains/Mellum2-12B-A2.5B-Thinking']);
  expect(seen).toHaveLength(4);
  expect(fetched.missing).toEqual([
    { at: 'hf:jetbrains/none', reason: 'Hugging Face shows no such model (status 401)' },
    { at: 'hf:old/name', reason: 'the model is called new/name now; give its tool the alias hf:new/name' },
  ]);
});

const answers: Record<string, Reply> = github.answers;
const listed = ['PyGithub/PyGithub', 'octokit-fixture-org/hello-world', 'nobody/nothing'];
const githubReplay: Replay = ({ path }) => answers[path] ?? { status: 404 };

test('GitHub is asked for each repository; one that is gone is said, and each row has its own day', async () => {
  const { url } = await serve(githubReplay);
  const fetched = await run('github', url, { listed: [...listed, 'not a name', '../x'] });
  expect(fetched.missing).toEqual([{ at: 'github:nobody/nothing', reason: 'GitHub shows no such repository (status 404)' }]);
  expect(parse('github', fetched).entries.map(({ names, facts }) => [names[0], facts[0]?.value, facts[0]?.asOf])).toEqual([
    ['github:pygithub/pygithub', 7122, '2025-01-07'],
    ['github:octokit-fixture-org/hello-world', 0, '2018-07-14'],
  ]);
});

test('releases are asked for when they are wanted; a repository without one is no fault', async () => {
  const { url, seen } = await serve((request, response) =>
    request.path === '/repos/PyGithub/PyGithub/releases/latest'
      ? { body: { published_at: '2024-11-05T19:31:02Z', name: 'x' } }
      : githubReplay(request, response),
  );
  const fetched = await run('github', url, { listed, releases: true });
  expect(parse('github', fetched).entries.map(({ facts }) => facts.find(({ signal }) => signal === 'last-release')?.value)).toEqual(['2024-11-05', undefined]);
  expect(seen).toHaveLength(5);
});

test('at the limit what there is can be imported, and the next run asks for the rest alone', async () => {
  let left = 2;
  const limited: Replay = (request, response) => {
    left -= 1;
    const reset = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': String(left), 'x-ratelimit-reset': String(Date.parse('2026-08-01T13:00:00Z') / 1_000) };
    const reply = githubReplay(request, response);
    return { ...reply, headers: { 'content-type': 'application/json', ...reset } };
  };
  const { url, seen } = await serve(limited);
  const first = await run('github', url, { listed }, false);
  expect(namesOf(parse('github', first))).toHaveLength(2);
  expect(first.stopped).toMatch(/takes no more requests until 13:00 UTC\. 2 of 3 repositories are done\.$/);
  clock.set('2026-08-01T13:01:00Z');
  left = 50;
  const second = await run('github', url, { listed });
  expect([seen.length, second.stopped, second.missing.length]).toEqual([3, null, 1]);
});

test('after a day the repositories that were not reached come first', async () => {
  const { url, seen } = await serve(githubReplay);
  await run('github', url, { listed: listed.slice(0, 1) }, false);
  clock.set('2026-08-03T12:00:00Z');
  await run('github', url, { listed });
  expect(seen.map(({ path }) => path)).toEqual(
    ['PyGithub/PyGithub', 'octokit-fixture-org/hello-world', 'nobody/nothing', 'PyGithub/PyGithub'].map((name) => `/repos/${name}`),
  );
});

test('a limit before the first answer is an error, not an empty import', async () => {
  const { url } = await serve(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
  await expect(run('github', url, { listed })).rejects.toThrow(LimitError);
  await expect(run('hugging-face', url)).rejects.toThrow(LimitError);
});

test.each([
  ['<https://api.github.com/x?page=2>; rel="next", <https://api.github.com/x?page=9>; rel="last"', '?page=2'],
  ['<https://api.github.com/x?page=1>; rel="prev"; title="a, b", <https://h/x?page=3>; rel=next', '?page=3'],
  ['<https://h/x?a=1,2>; rel="last next"', '?a=1,2'],
  ['<https://h/x>; rel="nextish"', null],
  ['<nowhere>; rel="next"', null],
  ['', null],
  [null, null],
])('the next page of %s is %s', (header, search) => {
  expect(findLink(header, 'next')?.search ?? null).toBe(search);
});

test('a file at an address is asked for without a token, and is dated by its answer', async () => {
  const { url, seen } = await serve(() => ({ headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '\uFEFFa,b\n' }));
  expect(await fetchFile(`${url}/x.csv`, clock)).toEqual({ text: 'a,b\n', day: '2026-08-01' });
  expect(seen[0]?.headers.authorization).toBeUndefined();
  await expect(fetchFile('http://example.org/x.csv', clock)).rejects.toThrow('has no https');
  const gone = await serve(() => ({ status: 404 }));
  await expect(fetchFile(`${gone.url}/x.csv`, clock)).rejects.toThrow('answered /x.csv with status 404');
});
