import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { CapturedResponse } from '../../../lib/server/captured-response';

const aResponse = (): CapturedResponse => new CapturedResponse(new IncomingMessage(new Socket()));

test('what is written in pieces is captured as a whole, with status and headers', async () => {
  const response = aResponse();
  response.setHeader('content-type', 'text/plain');
  response.writeHead(201, { 'x-one': '1', 'x-many': ['a', 'b'] });
  response.write('un');
  response.write(Buffer.from('kno'));
  response.end('wn');
  const { status, headers, body } = await response.captured;
  expect(status).toBe(201);
  expect(headers).toMatchObject({ 'content-type': 'text/plain', 'x-one': '1', 'x-many': ['a', 'b'] });
  expect(body.toString()).toBe('unknown');
});

test('headers may come after a status text', async () => {
  const response = aResponse();
  response.writeHead(404, 'Not here', { 'x-one': '1' });
  response.end();
  expect(await response.captured).toMatchObject({ status: 404, headers: { 'x-one': '1' } });
});

test('texts keep their encoding, and bytes are copied', async () => {
  const response = aResponse();
  const bytes = Buffer.from('b');
  response.write('w6k=', 'base64');
  response.write(bytes);
  bytes[0] = 0;
  response.end();
  expect((await response.captured).body.toString()).toBe('éb');
});

test('the writer is called back, and hears that the response is finished', async () => {
  const response = aResponse();
  const heard: string[] = [];
  response.on('finish', () => heard.push('finish'));
  response.write('a', () => heard.push('written'));
  await new Promise<void>((resolve) => {
    response.end('b', () => resolve());
  });
  expect(heard).toEqual(['written', 'finish']);
  expect(response.finished).toBe(true);
});

test('a second end changes nothing', async () => {
  const response = aResponse();
  response.end('first');
  response.end('second');
  expect((await response.captured).body.toString()).toBe('first');
});

test('flushing headers sends nothing', () => {
  const response = aResponse();
  response.flushHeaders();
  expect(response.headersSent).toBe(false);
});
