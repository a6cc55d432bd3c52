import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A stored response: its bodies ready to send, and the snapshot its data was read at (null for files that never change). */
export type StoredPage = {
  snapshot: string | null;
  status: number;
  headers: OutgoingHttpHeaders;
  etag: string;
  bodies: { identity: Buffer; gzip: Buffer | null; br: Buffer | null };
};

export type Encoding = keyof StoredPage['bodies'];

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Below this a compressed body saves less than its header costs. */
const smallestToCompress = 1_024;
const compressible = /^(text\/|application\/(json|javascript|xml|manifest\+json|ld\+json|atom\+xml)|image\/svg)/;

type Rendered = { snapshot: string | null; status: number; headers: OutgoingHttpHeaders; body: Buffer };

const isWorthCompressing = ({ body, headers }: Rendered): boolean =>
  body.length >= smallestToCompress && compressible.test(String(headers['content-type'] ?? ''));

const nameContent = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22);

/** Makes a response ready to be stored: compresses it once for all readers, and names its content. */
export async function makeStoredPage(page: Rendered): Promise<StoredPage> {
  const { body } = page;
  const [gzipped, brotlied] = isWorthCompressing(page)
    ? await Promise.all([compressGzip(body, { level: 7 }), compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })])
    : [null, null];
  return {
    snapshot: page.snapshot,
    status: page.status,
    headers: page.headers,
    etag: nameContent(body),
    bodies: { identity: body, gzip: gzipped, br: brotlied },
  };
}

/** The same for a response that is sent once: compressed quickly, and only as this reader takes it. */
export async function makeSentPage(page: Rendered, accepts: string): Promise<StoredPage> {
  const { body } = page;
  const encoding = !isWorthCompressing(page) ? 'identity' : isAccepted('br', accepts) ? 'br' : isAccepted('gzip', accepts) ? 'gzip' : 'identity';
  const bodies = {
    identity: body,
    gzip: encoding === 'gzip' ? await compressGzip(body, { level: 4 }) : null,
    br: encoding === 'br' ? await compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : null,
  };
  return { snapshot: page.snapshot, status: page.status, headers: page.headers, etag: nameContent(body), bodies };
}

const isAccepted = (name: Encoding, accepts: string): boolean => new RegExp(`(^|[,\\s])${name}(?![\\w-])(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, 'i').test(accepts);

/** The best encoding that both the page has and the reader accepts. */
export function chooseEncoding(page: StoredPage, accepts: string): Encoding {
  if (page.bodies.br && isAccepted('br', accepts)) return 'br';
  return page.bodies.gzip && isAccepted('gzip', accepts) ? 'gzip' : 'identity';
}

const sizeOf = ({ bodies }: StoredPage): number => bodies.identity.length + (bodies.gzip?.length ?? 0) + (bodies.br?.length ?? 0) + 1_024;

/** Pages by address, the longest unread thrown out first once `limitBytes` are held. */
export class PageCache {
  readonly #pages = new Map<string, StoredPage>();
  readonly #limitBytes: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** The page at an address, or null; one of another snapshot is thrown out instead. */
  find(address: string, snapshot: string | null): StoredPage | null {
    const page = this.#pages.get(address);
    if (!page) return null;
    this.#drop(address, page);
    if (page.snapshot !== null && page.snapshot !== snapshot) return null;
    this.store(address, page);
    return page;
  }

  store(address: string, page: StoredPage): void {
    const before = this.#pages.get(address);
    if (before) this.#drop(address, before);
    this.#pages.set(address, page);
    this.#bytes += sizeOf(page);
    for (const [oldest, held] of this.#pages) {
      if (this.#bytes <= this.#limitBytes) return;
      this.#drop(oldest, held);
    }
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: this.#bytes };
  }

  #drop(address: string, page: StoredPage): void {
    if (this.#pages.delete(address)) this.#bytes -= sizeOf(page);
  }
}
