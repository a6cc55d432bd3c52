import type { IncomingMessage, ServerResponse } from 'node:http';
import { modelPricesHref } from '../address/href';
import { findRequest, type RequestContext, runInRequest } from '../db/request-context';
import { chooseTwin } from './accept';
import { makeBusy } from './busy';
import { type Captured, CapturedResponse } from './captured-response';
import { findCountedAgent } from './counted-agent';
import { finish, finishPage, makeBroken, makePlain, revalidate } from './finish';
import type { Gate, Lane } from './gate';
import { findRoute, type LookUp, type Route } from './route';
import { isHashedFile, isNegotiated } from './stored-address';
import { watchReader } from './watch-reader';
import { type Question, type Told, wireHeader } from './wire';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Renderer = {
  /** What renders: Next's own request handler. */
  render: Handler;
  lookUp: LookUp;
  /** What everything that takes the application's time passes. */
  admit: Gate;
  /** True behind a proxy that sets X-Forwarded-For; else anybody could. */
  trustProxy: boolean;
  logError: (id: string, path: string, error: unknown) => void;
};

/** `reader` is aborted when the reader goes away before the answer. */
type Asked = { request: IncomingMessage; reader: AbortSignal };
type Turn = Asked & { path: string };

/** An answer, or the path of the page that answers. */
type Answer = Captured | { page: string };

/** When to come back if the database had no time: what holds it is then an import, say, whose end nobody knows. */
const crowdedMs = 30_000;

const healthPaths: ReadonlySet<string> = new Set(['/api/health', '/api/ready']);

/**
 * What orchestrators ask must be answered however many readers wait; and what is posted arrives as slowly as its sender likes,
 * who would hold a place that others wait for.
 */
const neverWaits = (path: string, method: string | undefined): boolean => healthPaths.has(path) || method === 'POST';

/** Headers of a reader that may reach what is rendered for everybody: conditions, cookies and preferences may not. */
const sharedHeaders: ReadonlySet<string> = new Set(['host', 'x-forwarded-host', 'x-forwarded-proto']);

/** Has the application answer a request as it is. */
async function renderAsAsked({ render }: Renderer, request: IncomingMessage): Promise<Captured> {
  const response = new CapturedResponse(request);
  await render(request, response);
  return response.captured;
}

/** Has the application render one path as it is for every reader: always a whole GET, whoever asks and however. */
function renderForAll(renderer: Renderer, request: IncomingMessage, path: string): Promise<Captured> {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => sharedHeaders.has(name)));
  Object.assign(request, { url: path, method: 'GET', headers });
  return renderAsAsked(renderer, request);
}

/** Has work done in its turn; says so when that would take too long, or took too long. `path` is what the application is asked for. */
async function inTurn({ admit }: Renderer, lane: Lane, { request, path, reader }: Turn, work: () => Promise<Captured>): Promise<Captured> {
  const accept = String(request.headers.accept ?? '');
  const admitted = await admit(lane, work, reader);
  if (admitted.type === 'done') {
    const isLate = admitted.value.status >= 500 && findRequest()?.isCrowded === true;
    return isLate ? makeBusy({ path, accept, waitMs: crowdedMs, because: 'database' }) : admitted.value;
  }
  // Whoever left is told nothing: nobody hears it.
  return makeBusy({ path, accept, waitMs: admitted.type === 'busy' ? admitted.waitMs : crowdedMs, because: 'readers' });
}

/** Has one path rendered as it is for every reader, in its turn. */
const renderInTurn = (renderer: Renderer, lane: Lane, turn: Turn): Promise<Captured> =>
  inTurn(renderer, lane, turn, () => renderForAll(renderer, turn.request, turn.path));

/** The page that says that nothing is there; one that could not be rendered says what it says. */
const asMissing = (captured: Captured): Captured => finish({ ...captured, status: captured.status === 200 ? 404 : captured.status }, 'no-store');

async function answerRoute(renderer: Renderer, { request, reader }: Asked, route: Route): Promise<Answer> {
  switch (route.type) {
    case 'redirect':
      return makePlain(308, `Moved to ${route.location}`, { location: route.location }, revalidate);
    case 'missing':
      return asMissing(await renderInTurn(renderer, 'asked', { request, reader, path: route.path }));
    case 'dynamic':
      return finishPage(await renderInTurn(renderer, 'asked', { request, reader, path: route.path }), 'private, no-cache');
    case 'search':
      return finishPage(await renderInTurn(renderer, 'search', { request, reader, path: route.path }), 'private, no-cache');
    case 'page':
      return { page: route.path };
  }
}

async function answer(renderer: Renderer, { request, reader }: Asked, forAll: boolean): Promise<Answer> {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
  if (isHashedFile(path)) return finish(await renderForAll(renderer, request, path), null);
  if (forAll) return finishPage(await renderInTurn(renderer, 'kept', { request, reader, path }), revalidate);
  if ((path.startsWith('/api/') && path !== modelPricesHref) || path.startsWith('/_next/')) {
    const render = (): Promise<Captured> => renderAsAsked(renderer, request);
    if (!path.startsWith('/api/')) return finish(await render(), null);
    return finish(neverWaits(path, request.method) ? await render() : await inTurn(renderer, 'api', { request, reader, path }, render), 'no-store');
  }
  const accepted = isNegotiated(path) ? chooseTwin(String(request.headers.accept ?? '')) : null;
  return answerRoute(renderer, { request, reader }, await findRoute({ path, query, accepted }, renderer.lookUp));
}

/** The reader's network address: the last one that a trusted proxy added, else the other end of the connection. */
function findVisitor({ headers }: IncomingMessage, address: string | null, trustProxy: boolean): string | null {
  const forwarded = trustProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return forwarded || address;
}

/** Takes out of a request what the front says about it. */
function takeQuestion(request: IncomingMessage): Question {
  const { [wireHeader]: said, ...headers } = request.headers;
  const question: Question = JSON.parse(String(said));
  Object.assign(request, { headers, method: question.method });
  return question;
}

function send(response: ServerResponse, answered: Answer, { snapshot, queries, queryMs }: RequestContext): void {
  const page = 'page' in answered ? answered.page : null;
  const { status, headers, body } = 'page' in answered ? { status: 200, headers: {}, body: Buffer.alloc(0) } : answered;
  response.sendDate = false;
  response.writeHead(status, {
    ...headers,
    [wireHeader]: JSON.stringify({ page, snapshot, queries, queryMs } satisfies Told),
    'content-length': body.length,
  });
  response.end(body);
}

/** The request handler behind the front: says what an address means, and has the application render what is asked for. */
export function makeRenderer(renderer: Renderer): Handler {
  return async (request, response) => {
    const { id, address, forAll } = takeQuestion(request);
    const path = request.url ?? '';
    const context = {
      id,
      visitor: findVisitor(request, address, renderer.trustProxy),
      userAgent: findCountedAgent(request),
      snapshot: null,
      queryMs: 0,
      queries: 0,
      afterwards: [],
      still: [],
    } satisfies RequestContext;
    const reader = watchReader(response);
    const answered = await runInRequest(context, () => answer(renderer, { request, reader }, forAll)).catch((error: unknown): Answer => {
      renderer.logError(id, path, error);
      return makeBroken(id);
    });
    send(response, answered, context);
    for (const work of context.afterwards) void runInRequest(context, work).catch((error: unknown) => renderer.logError(id, path, error));
  };
}
