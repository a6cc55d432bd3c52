import { get } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { noteCrowded } from '../../../lib/db/request-context';
import { openFront, type RunningFront } from '../../../lib/server/front-server';
import { type Lane, makeGate } from '../../../lib/server/gate';
import { openRenderer } from '../../../lib/server/open-renderer';
import { type Handler, makeRenderer } from '../../../lib/server/renderer';
import { requestRaw } from '../../support/raw-request';
import { findPort } from '../../support/server';

/** A site that answers one request at a time, each within a second by its clock and none while it is held; three may wait. */
let site = '';
let front: RunningFront;
let clock = 0;
let asked: string[] = [];
let lanes: Lane[] = [];
let held: Promise<void> | null = null;
const failures: unknown[] = [];

const gate = makeGate({ places: 1, searches: 1, longestWaitMs: 3_500, now: () => clock, after: () => () => {} });

const application: Handler = async (request, response) => {
  asked.push(request.url ?? '');
  if (request.url !== '/api/health') await held;
  clock += 1_000;
  const isLate = request.url?.includes('too-late') ?? false;
  if (isLate) noteCrowded();
  response.writeHead(isLate ? 500 : 200, { 'content-type': 'text/plain' });
  response.end('answered');
};

const read = (path: string) => requestRaw(site, path);

beforeAll(async () => {
  const port = await findPort();
  site = `http://127.0.0.1:${port}`;
  const { path: socketPath } = await openRenderer(
    makeRenderer({
      render: application,
      lookUp: { findSlugs: async (names) => new Map(names.map((name) => [name, name])), hasCapability: async () => false },
      admit: (lane, ...work) => {
        lanes.push(lane);
        return gate(lane, ...work);
      },
      trustProxy: false,
      logError: (_id, _path, error) => failures.push(error),
    }),
  );
  front = await openFront({ host: '127.0.0.1', port, socketPath, cacheBytes: 0, logLevel: 'silent' });
  front.tell({ ready: true, snapshot: 'one' });
});

beforeEach(async () => {
  expect((await read('/search?q=first')).status).toBe(200);
  [asked, lanes] = [[], []];
});

afterAll(async () => {
  await front.stop();
  expect(failures).toEqual([]);
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One that is being answered until the end, and three that wait. */
async function gather(): Promise<{ end: () => Promise<number[]> }> {
  let letGo = (): void => {};
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  const running = read('/search?q=0');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const others = [1, 2, 3].map((number) => read(`/search?q=${number}`));
  await wait(100); // until they are at the gate
  const end = async (): Promise<number[]> => {
    letGo();
    return (await Promise.all([running, ...others])).map(({ status }) => status);
  };
  return { end };
}

test.each([
  { path: '/search?q=late', type: 'text/html', is: /^<!doctype html>.*<p>Too many readers are asking/s },
  { path: '/search.md?q=late', type: 'text/markdown', is: /^Too many readers are asking/ },
  { path: '/search.json?q=late', type: 'application/json', is: /^\{"error":"busy","message":"Too many.*","retryAfterSeconds":4\}$/ },
  { path: '/search.csv?q=late', type: 'text/csv', is: /^Error,Message\r\nbusy,"Too many.*"\r\n$/ },
])('$path in a crowd that is too large is answered at once, in its own form, with when to come back', async ({ path, type, is }) => {
  const { end } = await gather();
  const { status, headers, text } = await read(path);
  expect({ status, retry: headers['retry-after'], cache: headers['cache-control'] }).toEqual({ status: 503, retry: '4', cache: 'no-store' });
  expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
  expect(text).toMatch(is);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(await end()).toEqual([200, 200, 200, 200]);
  expect(asked.join()).not.toContain('late');
});

test('a page that is kept for all is not behind a crowd of searches, and what orchestrators ask waits for nobody', async () => {
  const { end } = await gather();
  expect((await read('/api/health')).status).toBe(200);
  const page = read('/tools/vllm');
  await wait(100);
  expect(await end()).toEqual([200, 200, 200, 200]);
  expect((await page).status).toBe(200);
  expect(asked.filter((path) => path !== '/api/health').indexOf('/tools/vllm')).toBeLessThan(3);
});

test.each<[string, string, Lane[]]>([
  ['/search?q=x', 'text/html', ['search']],
  ['/search', 'text/html', ['search']],
  ['/search.json?q=x', '*/*', ['search']],
  ['/search?q=x', 'application/json', ['search']],
  ['/tools?kind=model', 'text/html', ['asked']],
  ['/tools/vllm', 'text/html', ['kept']],
  ['/api/suggestions?q=x', '*/*', ['api']],
  ['/api/health', '*/*', []],
])('%s asked for as %s passes the gate in the lanes %j', async (path, accept, passed) => {
  expect((await requestRaw(site, path, { headers: { accept } })).status).toBe(200);
  expect(lanes).toEqual(passed);
});

test('a search whose reader went away while it waited is not made, and its place is free', async () => {
  let letGo = (): void => {};
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  const running = read('/search?q=0');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const leaving = [1, 2, 3].map((number) => get(`${site}/search?q=gone${number}`).on('error', () => {}));
  await wait(100);
  expect((await read('/search?q=refused')).status).toBe(503);
  for (const each of leaving) each.destroy();
  await wait(100);
  const next = read('/search?q=next');
  await wait(100);
  letGo();
  expect([(await running).status, (await next).status]).toEqual([200, 200]);
  expect(asked).toEqual(['/search?q=0', '/search?q=next']);
});

test('an answer for which the database had no time is no error of ours: the reader is told to come back', async () => {
  const { status, headers, text } = await read('/search.json?q=too-late');
  expect({ status, retry: headers['retry-after'], error: JSON.parse(text).error }).toEqual({ status: 503, retry: '30', error: 'busy' });
});
