import type { Duplex } from 'node:stream';

/** What is said to a connection whose request cannot be read, by Node's code for why. */
const refusals: Readonly<Record<string, readonly [status: string, text: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of the request are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time.'],
};
const unreadable = ['400 Bad Request', 'The request cannot be read. Letters beyond ASCII have to be percent-encoded.'] as const;

/** Answers what is no HTTP, such as an address of raw bytes, in a sentence; Node alone would send an empty one. */
export function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, text] = refusals[error.code ?? ''] ?? unreadable;
  const headers = ['Connection: close', 'Content-Type: text/plain; charset=utf-8', 'X-Content-Type-Options: nosniff', `Content-Length: ${text.length + 1}`];
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${text}\n`);
}
