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
  /** What still waits when the time is over: left, as by a reader who goes away, or waited for. */
  atEnd: z.enum(['leave', 'wait']),
  /** Whether 503 with Retry-After is an answer: it is counted apart, and the connection comes back when it was told to. */
  mayRefuse: z.boolean(),
});

type Job = z.infer<typeof job>;
type Counts = { latencies: number[]; refused: number; bytes: number };
type Head = { whole: number; retryAfterMs: number | null };

function readHead(bytes: Buffer, mayRefuse: boolean): Head | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const read = (name: string): number | null => {
    const value = new RegExp(`\\r\\n${name}: (\\d+)`, 'i').exec(head)?.[1];
    return value === undefined ? null : Number(value);
  };
  const [length, retryAfter] = [read('content-length'), read('retry-after')];
  const isRefusal = mayRefuse && head.startsWith('HTTP/1.1 503 ') && retryAfter !== null;
  if (length === null || !(isRefusal || head.startsWith('HTTP/1.1 200 '))) throw new Error(`The answer is not a 200 with a length: ${head.slice(0, 200)}`);
  return { whole: headEnd + 4 + length, retryAfterMs: isRefusal ? 1_000 * retryAfter : null };
}

/** Reads one answer after the other; calls `whenAnswered` with each. */
function readAnswers(socket: Socket, mayRefuse: boolean, whenAnswered: (head: Head) => void): void {
  let start = Buffer.alloc(0);
  let head: Head | null = null;
  let received = 0;
  socket.on('data', (chunk) => {
    received += chunk.length;
    if (head === null) {
      start = Buffer.concat([start, chunk]);
      head = readHead(start, mayRefuse);
    }
    if (head === null || received < head.whole) return;
    const answered = head;
    [start, head, received] = [Buffer.alloc(0), null, 0];
    whenAnswered(answered);
  });
}

/** Sends one request after the other on one connection until the time is over. */
function runConnection({ address, paths, accept, ms, pauseMs, atEnd, mayRefuse }: Job, counts: Counts, first: number): Promise<void> {
  const { hostname, port } = new URL(address);
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: ${accept}\r\n\r\n`);
  const ends = performance.now() + ms;
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(port), hostname);
    let sentAt = 0;
    let turn = first;
    const send = (): void => {
      sentAt = performance.now();
      socket.write(requests[turn % requests.length] ?? '');
      turn += 1;
    };
    const leave = atEnd === 'leave' ? setTimeout(() => socket.destroy(), ms) : undefined;
    socket.setNoDelay().on('connect', send).on('error', reject);
    socket.on('close', () => {
      clearTimeout(leave);
      resolve();
    });
    readAnswers(socket, mayRefuse, ({ whole, retryAfterMs }) => {
      if (retryAfterMs === null) counts.latencies.push(performance.now() - sentAt);
      else counts.refused += 1;
      counts.bytes += whole;
      const wait = retryAfterMs ?? pauseMs;
      if (performance.now() + (retryAfterMs ?? 0) >= ends) socket.end();
      else if (wait > 0) setTimeout(send, wait);
      else send();
    });
  });
}

process.on('message', async (message) => {
  const asked = job.parse(message);
  const counts: Counts = { latencies: [], refused: 0, bytes: 0 };
  const began = performance.now();
  await Promise.all(Array.from({ length: asked.connections }, (_none, number) => runConnection(asked, counts, number)));
  process.send?.({ ...counts, seconds: (performance.now() - began) / 1000 });
});
