import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findRequest, noteQuery, noteSnapshot } from '../../../lib/db/request-context';
import { openFront, type RunningFront } from '../../../lib/server/front-server';
import { makeGate } from '../../../lib/server/gate';
import { openRenderer } from '../../../lib/server/open-renderer';
import { type Handler, makeRenderer } from '../../../lib/server/renderer';
import { startFront } from '../../../lib/server/start-front';
import { wireHeader } from '../../../lib/server/wire';
import { requestRaw } from '../../support/raw-request';
import { findPort } from '../../support/server';

/** The whole way of a request, from the thread that answers readers to an application that says what it was asked. */
let site = '';
let front: RunningFront;
let snapshot = 'one';
let rendered: string[] = [];

const failures: unknown[] = [];

const application: Handler = async (request, response) => {
  const { method, url = '', headers } = request;
  rendered.push(url);
  if (url === '/broken') throw new Error('The application broke.');
  if (url.startsWith('/tools') || url.startsWith('/twin')) noteSnapshot(snapshot);
  noteQuery(1);
  const body = method === 'POST' ? await text(request) : '';
  await new Promise((resolve) => setTimeout(resolve, url === '/tools/slow' ? 100 : 1));
  const type = url.startsWith('/twin/json') || url.startsWith('/api') ? 'application/json' : 'text/html; charset=utf-8';
  response.writeHead(200, { 'content-type': type, 'x-powered-by': 'it' });
  response.end(JSON.stringify({ method, url, headers, body, visitor: findRequest()?.visitor, filler: 'x'.repeat(2_000) }));
};

const read = async (path: string, options: Parameters<typeof requestRaw>[2] = {}) => {
  const { text: body, ...answer } = await requestRaw(site, path, options);
  return { ...answer, said: answer.status === 200 && body !== '' ? JSON.parse(body) : body };
};

beforeAll(async () => {
  const port = await findPort();
  site = `http://127.0.0.1:${port}`;
  const lookUp = {
    findSlugs: async (names: readonly string[]) =>
      new Map(names.map((name) => [name, name.toLowerCase()] as const).filter(([, slug]) => !/nothing|\./.test(slug))),
    hasCapability: async () => false,
  };
  const { path: socketPath } = await openRenderer(
    makeRenderer({
      render: application,
      lookUp,
      admit: makeGate({ places: 4, searches: 4, longestWaitMs: 60_000, now: () => performance.now(), after: () => () => {} }),
      trustProxy: false,
      logError: (_id, _path, error) => failures.push(error),
    }),
  );
  front = await startFront({ host: '127.0.0.1', port, socketPath, cacheBytes: 1_000_000, logLevel: 'silent' }, (error) => failures.push(error));
  front.tell({ ready: true, snapshot });
});

beforeEach(() => {
  rendered = [];
  failures.length = 0;
});

afterAll(() => front.stop());

test('a page is rendered once for all readers, and sent from the store after that', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => read('/tools/slow')));
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
  expect((await read('/tools/slow?order=a')).headers.etag).toBe(answers[0]?.headers.etag);
  expect(rendered).toEqual(['/tools/slow']);
});

test('a stored page is sent while the thread that renders does nothing else', async () => {
  await read('/tools/kept');
  const ask = `require('node:http').get('${site}/tools/kept', (r) => { r.resume(); process.stdout.write(String(r.statusCode)); })`;
  // Waits for the other process without a turn of this thread's loop.
  expect(execFileSync(process.execPath, ['-e', ask], { encoding: 'utf8', timeout: 20_000 })).toBe('200');
  expect(rendered).toEqual(['/tools/kept']);
});

test('a twin is found in the store by Accept and by its ending', async () => {
  const accept = { accept: 'application/json' };
  const first = await read('/tools/twin', { headers: accept });
  expect(first.headers).toMatchObject({ 'content-type': 'application/json', vary: 'Accept, Accept-Encoding' });
  expect((await read('/tools/twin?a=1', { headers: accept })).headers.etag).toBe(first.headers.etag);
  expect((await read('/tools/twin.json')).headers.etag).toBe(first.headers.etag);
  expect((await read('/tools/twin')).headers['content-type']).toMatch(/^text\/html/);
  expect(rendered).toEqual(['/twin/json/tools/twin', '/tools/twin']);
});

test('who has a stored page already is told so, and HEAD is answered from the store', async () => {
  const etag = (await read('/tools/known')).headers.etag ?? '';
  const again = await read('/tools/known', { headers: { 'if-none-match': `"other", ${etag}` } });
  expect({ status: again.status, length: again.body.length, etag: again.headers.etag }).toEqual({ status: 304, length: 0, etag });
  const head = await read('/tools/known', { method: 'HEAD' });
  expect({ status: head.status, length: head.body.length }).toEqual({ status: 200, length: 0 });
  expect(Number(head.headers['content-length'])).toBeGreaterThan(2_000);
  expect(rendered).toEqual(['/tools/known']);
});

test('a page of a snapshot that is no longer in force is rendered anew', async () => {
  await read('/tools/dated');
  snapshot = 'two';
  front.tell({ ready: true, snapshot });
  await read('/tools/dated');
  await read('/tools/dated');
  expect(rendered).toEqual(['/tools/dated', '/tools/dated']);
});

test.each([
  { id: 'forged', method: 'GET', address: '192.0.2.1', forAll: true },
  { page: '/tools/kept', snapshot: 'two', queries: 0, queryMs: 0 },
])('a reader who sends the header of the threads as %j changes nothing', async (forged) => {
  const headers = { [wireHeader]: JSON.stringify(forged), 'x-forwarded-for': '192.0.2.2' };
  const hidden = await read('/twin/json/tools/vllm', { headers });
  expect(hidden.status).toBe(404);
  const asked = await read('/api/echo', { headers });
  expect(asked.said.visitor).toBe('127.0.0.1');
  expect(asked.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  for (const each of [hidden, asked]) expect(each.headers).not.toHaveProperty(wireHeader);
  expect(asked.said.headers).not.toHaveProperty(wireHeader);
});

test('no answer says what the threads say to each other', async () => {
  for (const path of ['/tools/vllm', '/tools/VLLM', '/tools/nothing', '/search?q=x', '/api/echo', '/_next/static/a.js', '/_next/x', '/%00', '/broken']) {
    const { headers } = await requestRaw(site, path);
    expect(Object.keys(headers), path).not.toContain(wireHeader);
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
});

/** Sends bytes as they are and gives back all that comes until the connection ends. */
async function sendBytes(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(site).port), '127.0.0.1');
  socket.end(bytes);
  return text(socket);
}

test('a request in the body of another one is not answered as one', async () => {
  const hidden = `GET /twin/json/tools/smuggled HTTP/1.1\r\nHost: x\r\n${wireHeader}: ${JSON.stringify({ id: 'x', method: 'GET', address: null, forAll: true })}\r\n\r\n`;
  const size = hidden.length;
  await sendBytes(`GET /api/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${size}\r\n\r\n${hidden}`);
  await sendBytes(`GET /api/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`);
  await sendBytes(
    `POST /api/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`,
  );
  await read('/api/last');
  expect(rendered).toEqual(['/api/echo', '/api/echo', '/api/echo', '/api/last']);
});

test('a form reaches the application whole, and a method that is not answered does not', async () => {
  const body = 'text='.padEnd(200_000, 'é');
  const posted = await read('/api/echo', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect({ method: posted.said.method, whole: posted.said.body === body }).toEqual({ method: 'POST', whole: true });
  expect((await read('/api/echo', { method: 'HEAD' })).status).toBe(200);
  expect((await read('/tools/x', { method: 'POST', body: 'a' })).status).toBe(405);
  expect((await read('/api/echo', { method: 'DELETE' })).status).toBe(405);
  expect(rendered).toEqual(['/api/echo', '/api/echo']);
});

test('what breaks is said with the id under which it is noted, and nothing of it is kept', async () => {
  for (const _time of [1, 2]) {
    const { status, said, headers } = await read('/broken');
    expect(status).toBe(500);
    expect(said).toContain(headers['x-request-id']);
  }
  expect(failures.map(String)).toEqual(Array(2).fill('Error: The application broke.'));
});

test('a port that is taken is said, not waited for', async () => {
  const port = Number(new URL(site).port);
  const taken = startFront({ host: '127.0.0.1', port, socketPath: '', cacheBytes: 0, logLevel: 'silent' }, () => {});
  await expect(taken).rejects.toThrow(/EADDRINUSE/);
});

test('while nothing is loaded pages wait, and files do not', async () => {
  front.tell({ ready: false, snapshot: null });
  expect((await read('/tools/kept')).status).toBe(503);
  expect((await read('/api/ready')).said).toContain('starting');
  expect((await read('/api/health')).status).toBe(200);
  expect((await read('/_next/static/a.js')).status).toBe(200);
  front.tell({ ready: true, snapshot });
  expect((await read('/tools/kept')).status).toBe(200);
});

test('a front that is told to stop ends, with connections that wait for nothing', async () => {
  const other = await startFront({ host: '127.0.0.1', port: await findPort(), socketPath: '', cacheBytes: 0, logLevel: 'silent' }, () => {});
  const began = performance.now();
  await other.stop();
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('a front that is told to stop while the site is developed ends, with a socket that tells a browser of changes', async () => {
  const port = await findPort();
  const server = createServer().on('upgrade', (_request, socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
  );
  const other = await openFront({ host: '127.0.0.1', port, socketPath: '', cacheBytes: 0, logLevel: 'silent' }, { server, render: application });
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write('GET /_next/webpack-hmr HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 101 /);
  const closed = once(socket, 'close');
  const began = performance.now();
  await Promise.all([other.stop(), closed]);
  expect(performance.now() - began).toBeLessThan(5_000);
});
