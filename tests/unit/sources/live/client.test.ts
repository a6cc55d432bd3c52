import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AnswerStore, openAnswerStore } from '@/lib/sources/live/answer-store';
import { type ClientOptions, createClient, type LiveClient } from '@/lib/sources/live/client';
import { LimitError, LiveError } from '@/lib/sources/live/failures';
import github from '../../../fixtures/live/github.json';
import { type Replay, type ReplayServer, type StoppedClock, startReplay, stopClock } from '../../../support/replay-server';

const token = 'ghp_verySecretAndNeverSaid';
const recorded = github.answers['/repos/PyGithub/PyGithub'];
const asIs = (value: unknown): unknown => value;

let folder: string;
let store: AnswerStore;
let clock: StoppedClock;
let servers: ReplayServer[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unfragile-live-'));
  store = openAnswerStore(folder);
  clock = stopClock();
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(replay: Replay): Promise<ReplayServer> {
  const server = await startReplay(replay);
  servers.push(server);
  return server;
}

function open(base: string, more: Partial<ClientOptions> = {}): LiveClient {
  const { startedAt } = store.beginRun(clock.now());
  return createClient({ base, token: null, tokenVariable: 'X_TOKEN', limitAdvice: 'Wait.', runtime: clock, store, startedAt, ...more });
}

/** The message with which a request fails; it holds no token and no stack of somebody else's. */
async function failure(asked: Promise<unknown>, kind = LiveError): Promise<string> {
  const error = await asked.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(kind);
  expect(String(error.stack) + JSON.stringify(error)).not.toContain(token);
  return error.message;
}

/** Replies in turn; the last one for ever. */
function inTurn(...replies: ReturnType<Replay>[]): Replay {
  let next = 0;
  return () => replies[Math.min(next++, replies.length - 1)] ?? null;
}

test('an answer is dated by its own clock and cut down to what is wanted', async () => {
  const { url } = await serve(() => recorded);
  const answer = await open(url).get('/repos/PyGithub/PyGithub', (value) => [value].map(() => 'kept'));
  expect(answer).toMatchObject({ status: 200, text: '["kept"]', day: '2025-01-07' });
});

test('a clock that is ahead of ours, or broken, dates nothing in the future', async () => {
  const dates = inTurn({ headers: { date: 'Fri, 01 Jan 2038 00:00:00 GMT' }, body: 1 }, { headers: { date: 'soon' }, body: 1 });
  const client = open((await serve(dates)).url);
  expect([(await client.get('/a', asIs)).day, (await client.get('/b', asIs)).day]).toEqual(['2026-08-01', '2026-08-01']);
});

test('a 429 is waited for as long as it says, in seconds or as a date', async () => {
  const limited = (after: string) => ({ status: 429, headers: { 'retry-after': after } });
  const { url, seen } = await serve(inTurn(limited('7'), limited('Sat, 01 Aug 2026 12:01:07 GMT'), { body: 1 }));
  expect((await open(url).get('/a', asIs)).text).toBe('1');
  expect(clock.slept).toEqual([7_000, 60_000]);
  expect(seen).toHaveLength(3);
});

test('a 429 without a word waits a minute, and one of hours stops', async () => {
  const { url } = await serve(inTurn({ status: 429 }, { body: 1 }, { status: 429, headers: { 'retry-after': '7200' } }));
  const client = open(url);
  await client.get('/a', asIs);
  expect(clock.slept).toEqual([60_000]);
  expect(await failure(client.get('/b', asIs), LimitError)).toMatch(/^127\.0\.0\.1:\d+ takes no more requests until 14:01 UTC\. Wait\.$/);
});

const spent = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.parse('2026-08-01T12:40:00Z') / 1_000) };

test('a 403 of a spent limit stops, and says until when', async () => {
  const { url, seen } = await serve(() => ({ status: 403, headers: spent, body: { message: 'API rate limit exceeded' } }));
  expect(await failure(open(url).get('/a', asIs), LimitError)).toContain('takes no more requests until 12:40 UTC. Wait.');
  expect(seen).toHaveLength(1);
});

test('the last request of a limit is used, and the next one is not sent', async () => {
  const { url, seen } = await serve(() => ({ headers: spent, body: 1 }));
  const client = open(url);
  await client.get('/a', asIs);
  await failure(client.get('/b', asIs), LimitError);
  expect(seen.map(({ path }) => path)).toEqual(['/a']);
  expect(client.limit()).toMatchObject({ limit: 60, remaining: 0 });
});

test('a limit of minutes is waited for, as Hugging Face writes it', async () => {
  const { url } = await serve(inTurn({ headers: { ratelimit: '"api";r=0;t=55' }, body: 1 }, { body: 2 }));
  const client = open(url);
  await client.get('/a', asIs);
  expect((await client.get('/b', asIs)).text).toBe('2');
  expect(clock.slept).toEqual([55_000]);
});

test('a 403 that is no limit is an answer, and one whose text alone says so is a limit', async () => {
  const secondary = { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } };
  const { url } = await serve(inTurn({ status: 403, body: { message: 'Repository access blocked' } }, secondary, { body: 1 }));
  const client = open(url);
  expect(await client.get('/a', asIs)).toMatchObject({ status: 403, text: '' });
  expect(await client.get('/b', asIs)).toMatchObject({ status: 200 });
  expect(clock.slept).toEqual([60_000]);
});

test('a 500 is tried again, later each time', async () => {
  const { url } = await serve(inTurn({ status: 500 }, { status: 502 }, { status: 503, headers: { 'retry-after': '9' } }, { body: 1 }));
  expect((await open(url).get('/a', asIs)).text).toBe('1');
  expect(clock.slept).toEqual([750, 1_500, 9_000]);
});

test('a source that stays broken gets four attempts, and the sentence says what it did', async () => {
  const { url, seen } = await serve(() => ({ status: 503 }));
  expect(await failure(open(url, { token }).get('/a', asIs))).toMatch(/^127\.0\.0\.1:\d+ answered with status 503, after 4 attempts\. Check/);
  expect(seen).toHaveLength(4);
});

test.each([
  ['before the answer', (): null => null],
  [
    'in its middle',
    (_: unknown, response: import('node:http').ServerResponse): null => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"a":');
      return null;
    },
  ],
] satisfies [string, Replay][])('a source that falls silent %s is given up', async (_name, replay) => {
  const { url, seen } = await serve(replay);
  expect(await failure(open(url, { timeoutMs: 60 }).get('/a', asIs))).toContain('did not answer within 0.06 seconds, after 4 attempts');
  expect(seen).toHaveLength(4);
});

test('a body that ends too early is asked for again', async () => {
  let cut = true;
  const { url } = await serve((_request, response) => {
    if (!cut) return { body: [1, 2] };
    cut = false;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('[1,');
    setTimeout(() => response.destroy(), 5);
    return null;
  });
  expect((await open(url).get('/a', asIs)).text).toBe('[1,2]');
});

test('a body that is cut without a sign of it is no JSON, and is asked for again', async () => {
  const { url } = await serve(() => ({ body: '{"data":[{"id":' }));
  expect(await failure(open(url).get('/a', asIs))).toContain('is not valid JSON, or ends too early, after 4 attempts');
});

test('a document without bottom is refused with a sentence', async () => {
  const { url } = await serve(() => ({ body: '['.repeat(300_000) + ']'.repeat(300_000) }));
  expect(await failure(open(url).get('/a', asIs))).toContain('is nested too deep to be read');
});

test('what is no JSON is not read, nor asked for again', async () => {
  const { url, seen } = await serve(() => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<p>Please log in' }));
  expect(await failure(open(url).get('/a', asIs))).toContain('answered with text/html instead of JSON.');
  expect(seen).toHaveLength(1);
});

test.each([{ stated: true }, { stated: false }])('a body without end is not read to its end (its length stated: $stated)', async ({ stated }) => {
  const { url, seen } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...(stated ? { 'content-length': '9000000000' } : {}) });
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
    return null;
  });
  expect(await failure(open(url, { mostBytes: 2_000_000 }).get('/a', asIs))).toContain('is longer than 2 MB');
  expect(seen).toHaveLength(1);
});

test('a redirect on the same host is followed with the token, and one to another host is not', async () => {
  const other = await serve(() => ({ body: 'stolen' }));
  const { url, seen } = await serve(({ path }) => {
    if (path === '/renamed') return { status: 301, headers: { location: '/repositories/1' } };
    return path === '/away' ? { status: 302, headers: { location: `${other.url}/b` } } : { body: 1 };
  });
  const client = open(url, { token });
  expect((await client.get('/renamed', asIs)).text).toBe('1');
  expect(seen.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`, `Bearer ${token}`]);
  expect(await failure(client.get('/away', asIs))).toContain('which is not followed: the token is for 127.0.0.1');
  expect(other.seen).toEqual([]);
});

test('without a token a redirect may lead to another host, but not out of https', async () => {
  const other = await serve(() => ({ body: 2 }));
  const { url } = await serve(({ path }) => ({ status: 307, headers: { location: path === '/a' ? `${other.url}/b` : 'http://example.org/b' } }));
  const client = open(url);
  expect((await client.get('/a', asIs)).text).toBe('2');
  expect(await failure(client.get('/b', asIs))).toContain('without https, which is not followed');
});

test('redirects in a circle, or to nowhere, end', async () => {
  const { url } = await serve(({ path }) => ({ status: 302, ...(path === '/a' ? { headers: { location: '/a' } } : {}) }));
  const client = open(url);
  expect(await failure(client.get('/a', asIs))).toContain('in circles');
  expect(await failure(client.get('/b', asIs))).toContain('sends on to no address');
});

test('a token is sent in the header alone: nothing on disk or in a message holds it', async () => {
  const { url, seen } = await serve(inTurn({ body: 1 }, { status: 401 }));
  const client = open(url, { token });
  await client.get('/a', asIs);
  expect(seen[0]?.headers.authorization).toBe(`Bearer ${token}`);
  expect(await failure(client.get('/b', asIs))).toContain('refuses the token (401): correct X_TOKEN, or unset it.');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(files.length).toBeGreaterThan(1);
  for (const each of files) expect(readFileSync(join(each.parentPath, each.name), 'utf8')).not.toContain(token);
});

test('a token that no header can hold is not repeated either', async () => {
  const { url } = await serve(() => ({ body: 1 }));
  await failure(open(url, { token: `${token}\n${token}` }).get('/a', asIs));
});

test('no token is sent without https', () => {
  expect(() => open('http://example.org', { token })).toThrow('http://example.org has no https, so X_TOKEN is not sent to it.');
});

test('nobody there gives a sentence', async () => {
  const { url, close } = await startReplay(() => ({ body: 1 }));
  await close();
  expect(await failure(open(url, { token }).get('/a', asIs))).toMatch(
    /^127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\), after 4 attempts\. Check the network/,
  );
});

test('in the next run an answer is asked for on condition; 304 means that it is still true that day', async () => {
  const { url, seen } = await serve(({ headers }) => (headers['if-none-match'] === recorded.headers.ETag ? { status: 304 } : recorded));
  await open(url).get('/a', asIs);
  store.endRun();
  clock.set('2026-08-02T09:00:00Z');
  const client = open(url);
  expect(await client.get('/a', asIs)).toMatchObject({ status: 200, text: JSON.stringify(recorded.body), day: '2026-08-01' });
  expect(client.counts).toEqual({ fresh: 0, unchanged: 1, kept: 0 });
  expect(seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, recorded.headers.ETag]);
});

test('where there is no ETag the condition is Last-Modified', async () => {
  const modified = 'Mon, 06 Jan 2025 21:35:40 GMT';
  const { url, seen } = await serve(() => ({ headers: { 'last-modified': modified }, body: 1 }));
  await open(url).get('/a', asIs);
  store.endRun();
  clock.set('2026-08-02T09:00:00Z');
  await open(url).get('/a', asIs);
  expect(seen[1]?.headers['if-modified-since']).toBe(modified);
});

test('a 304 to a question without a condition is not believed', async () => {
  const { url } = await serve(() => ({ status: 304 }));
  expect(await failure(open(url).get('/a', asIs))).toContain('nothing was asked for before');
});

test('an interrupted run goes on without asking again, and after a day starts anew', async () => {
  const { url, seen } = await serve(() => ({ body: 1 }));
  await open(url).get('/a', asIs);
  clock.set('2026-08-02T11:59:00Z');
  const resumed = open(url);
  await resumed.get('/a', asIs);
  expect([seen.length, resumed.counts.kept]).toEqual([1, 1]);
  clock.set('2026-08-02T12:00:00Z');
  await open(url).get('/a', asIs);
  expect(seen).toHaveLength(2);
});

test('what is not there is an answer, and is asked for again in the next run only; what was refused, at once', async () => {
  const { url, seen } = await serve(({ path }) => ({ status: path === '/gone' ? 404 : 403 }));
  const client = open(url);
  for (const path of ['/gone', '/gone', '/refused', '/refused']) await client.get(path, asIs);
  expect(seen.map(({ path }) => path)).toEqual(['/gone', '/refused', '/refused']);
});

test('a damaged file of the store is fetched again, and what a whole run did not need is forgotten', async () => {
  const { url } = await serve(() => ({ body: 1 }));
  const client = open(url);
  await client.get('/a', asIs);
  const answers = join(folder, 'answers-1');
  for (const name of readdirSync(answers)) writeFileSync(join(answers, name), '{"address":"');
  expect((await client.get('/a', asIs)).text).toBe('1');
  store.endRun();
  clock.set('2026-08-03T12:00:00Z');
  await open(url).get('/b', asIs);
  store.endRun();
  expect(readdirSync(answers)).toHaveLength(1);
});
