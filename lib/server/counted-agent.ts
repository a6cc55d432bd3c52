import type { IncomingMessage } from 'node:http';

/**
 * What the reader's program calls itself, or null when the request is not to be counted: one that a browser makes
 * ahead of the reader, one that asks for the head alone, and one that says so itself with `X-Not-Counted`.
 */
export function findCountedAgent({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): string | null {
  const ahead = [headers['sec-purpose'], headers.purpose, headers['x-moz']].some((purpose) => /prefetch|prerender|preview/i.test(String(purpose ?? '')));
  return ahead || method === 'HEAD' || headers['x-not-counted'] !== undefined ? null : (headers['user-agent'] ?? null);
}
