import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { modelPricesHref } from '../address/href';
import { type RequestContext, runInRequest } from '../db/request-context';
import type { ReadyState } from '../pages/check-ready';
import { chooseTwin } from './accept';
import { type Captured, CapturedResponse } from './captured-response';
import { findCountedAgent } from './counted-agent';
import { makeGate } from './gate';
import { chooseEncoding, makeSentPage, makeStoredPage, type PageCache, type StoredPage } from './page-cache';
import { findRoute, isInternal, isNegotiated, type LookUp, type Route } from './route';
import { commonHeaders, framedPolicy, makeContentPolicy } from './security-headers';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

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

export type Front = {
  /** What renders: Next's own request handler. */
  render: Handler;
  cache: PageCache;
  lookUp: LookUp;
  /** The snapshot now in force, or null while none is loaded. Answers at once. */
  currentSnapshot: () => string | null;
  isReady: () => boolean;
  /** True behind a proxy that sets X-Forwarded-For; else anybody could. */
  trustProxy: boolean;
  logRequest: (line: RequestLine) => void;
  logError: (id: string, path: string, error: unknown) => void;
};

/** Longest address that is looked at; real ones stay far below it. */
const longestAddress = 4_096;

const isRead = (request: IncomingMessage): boolean => request.method === 'GET' || request.method === 'HEAD';

/** Pages are read; only the API takes anything. Next fails on some methods instead of refusing them. */
const isAllowed = (request: IncomingMessage, path: string): boolean => isRead(request) || (request.method === 'POST' && path.startsWith('/api/'));

/** Headers of a page that may be kept, but must be asked for again: a new snapshot changes it. */
const revalidate = 'public, max-age=0, must-revalidate';

/** An answer in one sentence, for requests that no page can answer. */
function makePlain(status: number, text: string, headers: Record<string, string> = {}): Captured {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers }, body: Buffer.from(`${text}\n`) };
}

/** What /api/ready says before anything is loaded, in the shape of lib/pages/check-ready.ts. */
function makeStarting(): Captured {
  const body = JSON.stringify({ status: 'starting', reason: 'The catalogue is being loaded.' } satisfies ReadyState);
  return { status: 503, headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'retry-after': '5' }, body: Buffer.from(body) };
}

/** Pages are rendered so many at a time: more would not be ready sooner, and who asks for a kept page would wait for all of them. */
const admit = makeGate(4);

/** Headers of a reader that may reach what is rendered for everybody: conditions, cookies and preferences may not. */
const sharedHeaders: ReadonlySet<string> = new Set(['host', 'x-forwarded-host', 'x-forwarded-proto']);

/** Has the application answer a request as it is. */
async function renderAsAsked(front: Front, request: IncomingMessage): Promise<Captured> {
  const response = new CapturedResponse(request);
  await front.render(request, response);
  return response.captured;
}

/** Has the application render one path as it is for every reader: always a whole GET, whoever asks and however. */
async function renderForAll(front: Front, request: IncomingMessage, path: string): Promise<Captured> {
  const { url, method, headers } = request;
  request.url = path;
  request.method = 'GET';
  request.headers = Object.fromEntries(Object.entries(headers).filter(([name]) => sharedHeaders.has(name)));
  try {
    return await renderAsAsked(front, request);
  } finally {
    Object.assign(request, { url, method, headers });
  }
}

/** Adds what every answer carries; a page of HTML also gets its policy, unless it is made to be framed and brings that one. */
function finish({ status, headers, body }: Captured, cacheControl: string | null): Captured {
  const isHtml = String(headers['content-type'] ?? '').startsWith('text/html');
  const { 'X-Frame-Options': frames, ...always } = commonHeaders;
  const isFramed = String(headers['content-security-policy'] ?? '') === framedPolicy;
  const common = isFramed ? always : { ...always, 'X-Frame-Options': frames };
  const policy = isHtml && !isFramed ? { 'content-security-policy': makeContentPolicy(body.toString('utf8')) } : {};
  const { 'x-powered-by': _powered, 'content-length': _length, 'transfer-encoding': _encoding, etag: _etag, ...kept } = headers;
  return { status, headers: { ...kept, ...common, ...policy, ...(cacheControl === null ? {} : { 'cache-control': cacheControl }) }, body };
}

/** As finish; a page that is not there, or that broke, is kept by nobody. */
const finishPage = (captured: Captured, cacheControl: string): Captured => finish(captured, captured.status === 200 ? cacheControl : 'no-store');

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

/** Renders a page and keeps it when it is a 200 of a known snapshot. `pending` lets many readers wait for one rendering. */
async function renderPage(front: Front, request: IncomingMessage, path: string, context: RequestContext): Promise<StoredPage> {
  const captured = finishPage(await admit(() => renderForAll(front, request, path)), revalidate);
  const page = await makeStoredPage({ ...captured, snapshot: context.snapshot ?? null });
  // A rendering that began before the snapshot changed may end after one that began later: that one stays.
  const current = front.currentSnapshot();
  const isNewest = page.snapshot === current || front.cache.find(path, current) === null;
  if (captured.status === 200 && page.snapshot !== null && isNewest) front.cache.store(path, page);
  return page;
}

const pending = new Map<string, Promise<StoredPage>>();

function renderOnce(front: Front, request: IncomingMessage, path: string, context: RequestContext): Promise<StoredPage> {
  const key = `${front.currentSnapshot() ?? ''} ${path}`;
  const running = pending.get(key);
  if (running) return running;
  const started = renderPage(front, request, path, context).finally(() => pending.delete(key));
  pending.set(key, started);
  return started;
}

type Answer = { page: StoredPage; cache: RequestLine['cache'] };

const asAnswer = async (request: IncomingMessage, captured: Captured): Promise<Answer> => ({
  page: await makeSentPage({ ...captured, snapshot: null }, String(request.headers['accept-encoding'] ?? '')),
  cache: 'none',
});

/** Files whose name holds a hash of their content: kept for good, in memory too. */
async function answerFile(front: Front, request: IncomingMessage, path: string): Promise<Answer> {
  const kept = front.cache.find(path, null);
  if (kept) return { page: kept, cache: 'hit' };
  const page = await makeStoredPage({ ...finish(await renderForAll(front, request, path), null), snapshot: null });
  if (page.status === 200) front.cache.store(path, page);
  return { page, cache: 'miss' };
}

async function answerRoute(front: Front, request: IncomingMessage, route: Route, context: RequestContext): Promise<Answer> {
  switch (route.type) {
    case 'redirect':
      return asAnswer(request, finish(makePlain(308, `Moved to ${route.location}`, { location: route.location }), revalidate));
    case 'missing':
      return asAnswer(request, { ...finish(await admit(() => renderForAll(front, request, route.path)), 'no-store'), status: 404 });
    case 'dynamic':
      return asAnswer(request, finishPage(await admit(() => renderForAll(front, request, route.path)), 'private, no-cache'));
    case 'page': {
      const kept = front.cache.find(route.path, front.currentSnapshot());
      if (kept) return { page: kept, cache: 'hit' };
      return { page: await renderOnce(front, request, route.path, context), cache: 'miss' };
    }
  }
}

async function answer(front: Front, request: IncomingMessage, context: RequestContext): Promise<Answer> {
  const url = request.url ?? '/';
  if (url.length > longestAddress)
    return asAnswer(request, finish(makePlain(414, `The address is longer than ${longestAddress} characters. Shorten it.`), null));
  const mark = url.indexOf('?');
  const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
  // Raw control characters never get here; PostgreSQL has no text with a null byte, and no path has a line break.
  if (/%[01][0-9a-f]/i.test(path) || query.includes('%00'))
    return asAnswer(request, finish(makePlain(400, 'The address holds a control character. Remove it.'), null));
  if (!isAllowed(request, path)) return asAnswer(request, finish(makePlain(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' }), null));
  // Not left to the application: it would wait for the database, and be ready a moment before pages are.
  if (path === '/api/ready' && !front.isReady()) return asAnswer(request, finish(makeStarting(), null));
  if (path.startsWith('/_next/static/')) return answerFile(front, request, path);
  if ((path.startsWith('/api/') && path !== modelPricesHref) || path.startsWith('/_next/')) {
    return asAnswer(request, finish(await renderAsAsked(front, request), path.startsWith('/api/') ? 'no-store' : null));
  }
  if (!front.isReady())
    return asAnswer(request, finish(makePlain(503, 'The catalogue is being loaded. Try again in a few seconds.', { 'retry-after': '5' }), null));
  const accepted = isNegotiated(path) ? chooseTwin(String(request.headers.accept ?? '')) : null;
  // A stored address is canonical by construction, so a hit needs no look-up; what twins are stored under is nobody's address.
  const mayHit = accepted === null && (query === '' || path.startsWith('/compare/') || path.startsWith('/tools/')) && !isInternal(path);
  const kept = mayHit ? front.cache.find(path, front.currentSnapshot()) : null;
  if (kept) return { page: kept, cache: 'hit' };
  return answerRoute(front, request, await findRoute({ path, query, accepted }, front.lookUp), context);
}

/** The reader's network address: the last one that a trusted proxy added, else the other end of the connection. */
function findVisitor(request: IncomingMessage, trustProxy: boolean): string | null {
  const forwarded = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return forwarded || (request.socket.remoteAddress ?? null);
}

function makeContext(front: Front, request: IncomingMessage) {
  const visitor = findVisitor(request, front.trustProxy);
  return { id: randomUUID(), visitor, userAgent: findCountedAgent(request), snapshot: null, queryMs: 0, queries: 0, afterwards: [] } satisfies RequestContext;
}

/** The request handler of the whole site: canonical addresses, stored pages, security headers, one log line a request. */
export function makeFront(front: Front): Handler {
  return async (request, response) => {
    const started = performance.now();
    const context = makeContext(front, request);
    const { page, cache } = await runInRequest(context, () => answer(front, request, context)).catch(async (error: unknown): Promise<Answer> => {
      front.logError(context.id, request.url ?? '', error);
      return asAnswer(request, finish(makePlain(500, `Something broke on our side. It is noted under ${context.id}.`), null));
    });
    send(request, response, page, context.id);
    for (const work of context.afterwards) void runInRequest(context, work).catch((error: unknown) => front.logError(context.id, request.url ?? '', error));
    const ms = Math.round((performance.now() - started) * 10) / 10;
    front.logRequest({
      id: context.id,
      method: request.method ?? '',
      path: request.url ?? '',
      status: response.statusCode,
      ms,
      cache,
      queryMs: Math.round(context.queryMs * 10) / 10,
      queries: context.queries,
    });
  };
}
