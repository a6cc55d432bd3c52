import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handler } from './renderer';

/** In a folder that no other user can enter, and that goes with the process; on Windows a pipe whose name nobody can guess. */
function makeSocketPath(): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\unfragile-${randomUUID()}`;
  const folder = mkdtempSync(join(tmpdir(), 'unfragile-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'renderer');
}

/**
 * Lets the front's thread ask for pages: HTTP through a socket of this process, because Next wants real requests, and their
 * bodies and ends come with it. Returns the path of the socket, and what waits until all that was asked for is answered. What the front has checked is not limited again.
 */
export async function openRenderer(handler: Handler): Promise<{ path: string; finished: () => Promise<void> }> {
  const limits = { requireHostHeader: false, maxHeaderSize: 65_536, keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 };
  const running = new Set<Promise<void>>();
  const server = createServer(limits, (request, response) => {
    const answered = handler(request, response).finally(() => running.delete(answered));
    running.add(answered);
  });
  const path = makeSocketPath();
  await once(server.listen(path), 'listening');
  return { path, finished: async () => void (await Promise.allSettled(running)) };
}
