import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** A whole response, held in memory before anything of it is sent. */
export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

type Chunk = string | Uint8Array;
type Done = (error?: Error | null) => void;

/**
 * A response that keeps what is written to it instead of sending it, so that a page can be checked, hashed,
 * compressed and stored as a whole. `captured` settles when the writer ends it.
 */
export class CapturedResponse extends ServerResponse {
  readonly captured: Promise<Captured>;
  readonly #chunks: Buffer[] = [];
  #finish: (captured: Captured) => void = () => undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.captured = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (typeof headers === 'object' && headers !== null && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) {
        if (isHeader(value)) this.setHeader(name, value);
      }
    }
    return this;
  }

  override flushHeaders(): void {}

  override write(chunk: Chunk, encodingOrDone?: BufferEncoding | Done, done?: Done): boolean {
    this.#keep(chunk, encodingOrDone);
    const call = typeof encodingOrDone === 'function' ? encodingOrDone : done;
    if (call) queueMicrotask(() => call(null));
    return true;
  }

  override end(chunk?: unknown, encodingOrDone?: unknown, done?: unknown): this {
    if (this.finished) return this;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.#keep(chunk, encodingOrDone);
    this.finished = true;
    this.#finish({ status: this.statusCode, headers: { ...this.getHeaders() }, body: Buffer.concat(this.#chunks) });
    queueMicrotask(() => {
      this.emit('finish');
      this.emit('close');
      for (const call of [chunk, encodingOrDone, done]) if (typeof call === 'function') call();
    });
    return this;
  }

  #keep(chunk: Chunk, encoding: unknown): void {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, isEncoding(encoding) ? encoding : 'utf8') : Buffer.from(chunk));
  }
}

const isEncoding = (text: unknown): text is BufferEncoding => typeof text === 'string' && Buffer.isEncoding(text);

function isHeader(value: unknown): value is OutgoingHttpHeader {
  return typeof value === 'string' || typeof value === 'number' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
}
