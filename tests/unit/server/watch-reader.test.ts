import { once } from 'node:events';
import { createServer, get, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchReader } from '../../../lib/server/watch-reader';
import { findPort } from '../../support/server';

type Asked = { response: ServerResponse; reader: AbortSignal };

const server = createServer();
let port = 0;

beforeAll(async () => {
  port = await findPort();
  await once(server.listen(port, '127.0.0.1'), 'listening');
});

afterAll(() => void server.close());

/** One who asks, as both ends see it. */
async function ask(): Promise<Asked & { request: ReturnType<typeof get> }> {
  const arrived = once(server, 'request');
  const request = get({ port, host: '127.0.0.1', agent: false }, (answer) => answer.resume()).on('error', () => {});
  const [, response] = (await arrived) as [unknown, ServerResponse];
  return { response, reader: watchReader(response), request };
}

test('a reader who was answered has not gone away', async () => {
  const { response, reader } = await ask();
  const closed = once(response, 'close');
  response.end('answered');
  await closed;
  expect(reader.aborted).toBe(false);
});

test('a reader who goes away before the answer is told of', async () => {
  const { response, reader, request } = await ask();
  const closed = once(response, 'close');
  request.destroy();
  await closed;
  expect(reader.aborted).toBe(true);
});
