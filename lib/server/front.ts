import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { modelPricesHref } from '../address/href';
import type { ReadyState } from '../pages/check-ready';
import type { Ask } from './ask';
import type { Captured } from './captured-response';
import { finish, makeBroken, makePlain } from './finish';
import { chooseEncoding, makeSentPage, makeStoredPage, type PageCache, type StoredPage } from './page-cache';
import type { Handler } from './renderer';
import { findStoredAddress, isHashedFile, isNegotiated } from './stored-address';
import { watchReader } from './watch-reader';

export type RequestLine = {
  id: string;
  method: string;
  path: string;
  status: number;
  ms: number;
  cache: 'hit' | 'miss' | 'none';
  queryMs: number;
  queries: number;
};

/** What the main thread says of itself: whether pages are served, and the snapshot now in force (null while none is loaded). */
export type FrontState = { ready: boolean; snapshot: string | null };

export type Front = {
  ask: Ask;
  cache: PageCache;
  /** As it was last said; answers at once. */
  state: () => FrontState;
  logRequest: (line: RequestLine) => void;
  logError: (id: string, path: string, error: unknown) => void;
};

/** The request being answered: its id in the log, and what its answer took of the database. */
type Asked = { id: string; response: ServerResponse; queries: number; queryMs: number };

type Answer = { page: StoredPage; cache: RequestLine['cache'] };

/** Longest address that is looked at; real ones stay far below it. */
const longestAddress = 4_096;

const isRead = (request: IncomingMessage): boolean => request.method === 'GET' || request.method === 'HEAD';

/** Pages are read; only the API takes anything. Next fails on some methods instead of refusing them. */
const isAllowed = (request: IncomingMessage, path: string): boolean => isRead(request) || (request.method === 'POST' && path.startsWith('/api/'));

/** What /api/ready says before anything is loaded, in the shape of lib/pages/check-ready.ts. */
function makeStarting(): Captured {
  const body = JSON.stringify({ status: 'starting', reason: 'The catalogue is being loaded.' } satisfies ReadyState);
  return finish(
    { status: 503, headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'retry-after': '5' }, body: Buffer.from(body) },
    null,
  );
}

/** Sends a stored page in the encoding the reader takes, or nothing but 304 when the reader has it already. */
function send(request: IncomingMessage, response: ServerResponse, page: StoredPage, id: string): void {
  const encoding = chooseEncoding(page, String(request.headers['accept-encoding'] ?? ''));
  const body = page.bodies[encoding] ?? page.bodies.identity;
  const etag = `W/"${page.etag}"`;
  const vary = isNegotiated(request.url ?? '/') ? 'Accept, Accept-Encoding' : 'Accept-Encoding';
  const headers = { ...page.headers, vary, etag, 'x-request-id': id };
  if (page.status === 200 && String(request.headers['if-none-match'] ?? '').includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(page.status, { ...headers, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }), 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Asks the renderer, and adds what that took of the database. */
async function ask(front: Front, request: IncomingMessage, asked: Asked, page: string | null): ReturnType<Ask> {
  const told = await front.ask(request, { id: asked.id, page, reader: watchReader(asked.response) });
  asked.queries += told.queries;
  asked.queryMs += told.queryMs;
  return told;
}

/** Has a page rendered and keeps it when it is a 200 of a known snapshot. */
async function renderPage(front: Front, request: IncomingMessage, path: string, asked: Asked): Promise<StoredPage> {
  const { captured, snapshot } = await ask(front, request, asked, path);
  const page = await makeStoredPage({ ...captured, snapshot: isHashedFile(path) ? null : snapshot });
  // A rendering that began before the snapshot changed may end after one that began later: that one stays.
  const current = front.state().snapshot;
  const isNewest = page.snapshot === current || front.cache.find(path, current) === null;
  if (page.status === 200 && (isHashedFile(path) || (page.snapshot !== null && isNewest))) front.cache.store(path, page);
  return page;
}

const pending = new Map<string, Promise<StoredPage>>();

/** Lets many readers wait for one rendering. */
function renderOnce(front: Front, request: IncomingMessage, path: string, asked: Asked): Promise<StoredPage> {
  const key = `${front.state().snapshot ?? ''} ${path}`;
  const running = pending.get(key);
  if (running) return running;
  const started = renderPage(front, request, path, asked).finally(() => pending.delete(key));
  pending.set(key, started);
  return started;
}

function findKept(front: Front, path: string | null): Answer | null {
  const page = path === null ? null : front.cache.find(path, front.state().snapshot);
  return page === null ? null : { page, cache: 'hit' };
}

const answerPage = async (front: Front, request: IncomingMessage, path: string, asked: Asked): Promise<Answer> =>
  findKept(front, path) ?? { page: await renderOnce(front, request, path, asked), cache: 'miss' };

const asAnswer = async (request: IncomingMessage, captured: Captured): Promise<Answer> => ({
  page: await makeSentPage({ ...captured, snapshot: null }, String(request.headers['accept-encoding'] ?? '')),
  cache: 'none',
});

/** What can be said about a request without looking anything up; null when it is to be answered. */
function refuse(request: IncomingMessage, path: string, query: string, ready: boolean): Captured | null {
  if ((request.url ?? '').length > longestAddress) return makePlain(414, `The address is longer than ${longestAddress} characters. Shorten it.`);
  // Raw control characters never get here; PostgreSQL has no text with a null byte, and no path has a line break.
  if (/%[01][0-9a-f]/i.test(path) || query.includes('%00')) return makePlain(400, 'The address holds a control character. Remove it.');
  if (!isAllowed(request, path)) return makePlain(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
  // Not left to the application: it would wait for the database, and be ready a moment before pages are.
  if (path === '/api/ready' && !ready) return makeStarting();
  const isPage = !path.startsWith('/_next/') && (!path.startsWith('/api/') || path === modelPricesHref);
  return isPage && !ready ? makePlain(503, 'The catalogue is being loaded. Try again in a few seconds.', { 'retry-after': '5' }) : null;
}

async function answer(front: Front, request: IncomingMessage, asked: Asked): Promise<Answer> {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
  const refused = refuse(request, path, query, front.state().ready);
  if (refused) return asAnswer(request, refused);
  if (isHashedFile(path)) return answerPage(front, request, path, asked);
  const kept = findKept(front, findStoredAddress({ path, query, accept: String(request.headers.accept ?? '') }));
  if (kept) return kept;
  const { page, captured } = await ask(front, request, asked, null);
  return page === null ? asAnswer(request, captured) : answerPage(front, request, page, asked);
}

const inTenths = (value: number): number => Math.round(value * 10) / 10;

/** What servers note of a reader who went away before the answer; nobody is sent it. */
const readerLeft = 499;

/** The handler of every request from outside: stored pages, and what the renderer answers; one log line a request. */
export function makeFront(front: Front): Handler {
  return async (request, response) => {
    const started = performance.now();
    const asked: Asked = { id: randomUUID(), response, queries: 0, queryMs: 0 };
    const path = request.url ?? '';
    const { page, cache } = await answer(front, request, asked).catch((error: unknown): Promise<Answer> => {
      if (!response.destroyed) front.logError(asked.id, path, error);
      return asAnswer(request, makeBroken(asked.id));
    });
    const hasLeft = response.destroyed;
    if (!hasLeft) send(request, response, page, asked.id);
    front.logRequest({
      id: asked.id,
      method: request.method ?? '',
      path,
      status: hasLeft ? readerLeft : response.statusCode,
      ms: inTenths(performance.now() - started),
      cache,
      queryMs: inTenths(asked.queryMs),
      queries: asked.queries,
    });
  };
}
