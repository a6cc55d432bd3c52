import { connect, type Socket } from 'node:net';
import { z } from 'zod';

/**
 * A load generator in a process of its own, so that it does not share a thread with what it measures. It reads only
 * as much of an answer as it must to know where the next one begins: node:http would be slower than the server.
 */
const job = z.object({
  address: z.url(),
  /** Asked for in turns; each connection begins with another one. */
  paths: z.array(z.string()).min(1),
  accept: z.string(),
  connections: z.int(),
  /** The load stops by itself after this long. */
  ms: z.number(),
  /** Pause of a connection between an answer and its next request. */
  pauseMs: z.number(),
});

type Job = z.infer<typeof job>;
type Counts = { latencies: number[]; bytes: number };

function readHead(bytes: Buffer): { headEnd: number; whole: number } | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) throw new Error(`The answer is not a 200 with a length: ${head.slice(0, 200)}`);
  return { headEnd, whole: headEnd + 4 + Number(length) };
}

/** Sends one request after the other on one connection until the time is over. */
function runConnection({ address, paths, accept, ms, pauseMs }: Job, counts: Counts, first: number): Promise<void> {
  const { hostname, port } = new URL(address);
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: ${accept}\r\n\r\n`);
  const ends = performance.now() + ms;
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(port), hostname);
    let sentAt = 0;
    let turn = first;
    let start = Buffer.alloc(0);
    let expected = 0;
    let received = 0;
    const send = (): void => {
      [start, expected, received, sentAt] = [Buffer.alloc(0), 0, 0, performance.now()];
      socket.write(requests[turn % requests.length] ?? '');
      turn += 1;
    };
    socket.setNoDelay().on('connect', send).on('error', reject).on('close', resolve);
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (expected === 0) {
        start = Buffer.concat([start, chunk]);
        expected = readHead(start)?.whole ?? 0;
      }
      if (expected === 0 || received < expected) return;
      counts.latencies.push(performance.now() - sentAt);
      counts.bytes += received;
      if (performance.now() >= ends) socket.end();
      else if (pauseMs > 0) setTimeout(send, pauseMs);
      else send();
    });
  });
}

process.on('message', async (message) => {
  const asked = job.parse(message);
  const counts: Counts = { latencies: [], bytes: 0 };
  const began = performance.now();
  await Promise.all(Array.from({ length: asked.connections }, (_none, number) => runConnection(asked, counts, number)));
  process.send?.({ ...counts, seconds: (performance.now() - began) / 1000 });
});
