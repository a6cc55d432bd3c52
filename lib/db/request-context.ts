import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known about the request being answered. The database notes in it what it read and how long that took. */
export type RequestContext = {
  id: string;
  /** Network address of the reader; only ever stored as a keyed hash. */
  visitor: string | null;
  /** What the program of the reader calls itself; null also for requests that are not to be counted. */
  userAgent?: string | null;
  /** Work that waits until the answer is sent. */
  afterwards?: (() => Promise<void>)[];
  /** True when the database had no time for it. */
  isCrowded?: boolean;
  /** The parts of the page being answered that are sent as HTML alone. */
  still?: string[];
  snapshot: string | null;
  queryMs: number;
  queries: number;
};

declare global {
  // One storage for the process: the server and the pages it renders are bundled apart.
  var unfragileRequests: AsyncLocalStorage<RequestContext> | undefined;
}

globalThis.unfragileRequests ??= new AsyncLocalStorage<RequestContext>();
const requests = globalThis.unfragileRequests;

export function runInRequest<Result>(context: RequestContext, answer: () => Promise<Result>): Promise<Result> {
  return requests.run(context, answer);
}

/** The request being answered, or null outside of one. */
export function findRequest(): RequestContext | null {
  return requests.getStore() ?? null;
}

/** Notes the snapshot that a page's data was read at, so that the page is stored under it. */
export function noteSnapshot(id: string): void {
  const request = requests.getStore();
  if (request) request.snapshot = id;
}

/** Leaves work until the answer is sent; outside of a request nothing waits, and nothing is done. */
export function doAfterwards(work: () => Promise<void>): void {
  requests.getStore()?.afterwards?.push(work);
}

/** Notes that the database had no time for this request, so that its reader is told to come back. */
export function noteCrowded(): void {
  const request = requests.getStore();
  if (request) request.isCrowded = true;
}

export function noteQuery(ms: number): void {
  const request = requests.getStore();
  if (request) {
    request.queryMs += ms;
    request.queries += 1;
  }
}
