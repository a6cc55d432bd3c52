import type { ServerResponse } from 'node:http';

/** Aborted when the reader of a response goes away before the answer, and once it is sent. */
export function watchReader(response: ServerResponse): AbortSignal {
  const reader = new AbortController();
  response.once('close', () => reader.abort());
  return reader.signal;
}
