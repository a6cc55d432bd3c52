import type { ServerResponse } from 'node:http';

/** Aborted when the reader of a response goes away before the answer. */
export function watchReader(response: ServerResponse): AbortSignal {
  const reader = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) reader.abort();
  });
  return reader.signal;
}
