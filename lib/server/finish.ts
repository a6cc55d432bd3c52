import type { Captured } from './captured-response';
import { delayScripts } from './late-scripts';
import { commonHeaders, framedPolicy, makeContentPolicy } from './security-headers';

/** Headers of a page that may be kept, but must be asked for again: a new snapshot changes it. */
export const revalidate = 'public, max-age=0, must-revalidate';

/** Adds what every answer carries; a page of HTML also gets its policy and its scripts late, unless it is made to be framed and brings its own. */
export function finish({ status, headers, body }: Captured, cacheControl: string | null): Captured {
  const isHtml = String(headers['content-type'] ?? '').startsWith('text/html');
  const { 'X-Frame-Options': frames, ...always } = commonHeaders;
  const isFramed = String(headers['content-security-policy'] ?? '') === framedPolicy;
  const common = isFramed ? always : { ...always, 'X-Frame-Options': frames };
  const html = isHtml && !isFramed ? delayScripts(body.toString('utf8')) : null;
  const policy = html === null ? {} : { 'content-security-policy': makeContentPolicy(html) };
  const { 'x-powered-by': _powered, 'content-length': _length, 'transfer-encoding': _encoding, etag: _etag, ...kept } = headers;
  return {
    status,
    headers: { ...kept, ...common, ...policy, ...(cacheControl === null ? {} : { 'cache-control': cacheControl }) },
    body: html === null ? body : Buffer.from(html),
  };
}

/** As finish; a page that is not there, or that broke, is kept by nobody. */
export const finishPage = (captured: Captured, cacheControl: string): Captured => finish(captured, captured.status === 200 ? cacheControl : 'no-store');

/** An answer in one sentence, for requests that no page can answer. */
export function makePlain(status: number, text: string, headers: Record<string, string> = {}, cacheControl: string | null = null): Captured {
  const own = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers };
  return finish({ status, headers: own, body: Buffer.from(`${text}\n`) }, cacheControl);
}

/** What is said when answering failed; `id` finds what was logged about it. */
export const makeBroken = (id: string): Captured => makePlain(500, `Something broke on our side. It is noted under ${id}.`);
