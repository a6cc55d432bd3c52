import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseEncoding, makeSentPage, makeStoredPage, PageCache, type StoredPage } from '../../../lib/server/page-cache';

/** A page of `bytes` bytes as the cache counts them. */
function aPage(snapshot: string | null, bytes = 2_048): StoredPage {
  return { snapshot, status: 200, headers: {}, etag: 'x', bodies: { identity: Buffer.alloc(Math.max(0, bytes - 1_024)), gzip: null, br: null } };
}

test('a page is found under its address and snapshot', () => {
  const cache = new PageCache(10_000);
  const page = aPage('one');
  cache.store('/a', page);
  expect(cache.find('/a', 'one')).toBe(page);
  expect(cache.find('/b', 'one')).toBeNull();
});

test('a page of another snapshot is a miss, and is thrown out', () => {
  const cache = new PageCache(10_000);
  cache.store('/a', aPage('one'));
  expect(cache.find('/a', 'two')).toBeNull();
  expect(cache.size).toEqual({ pages: 0, bytes: 0 });
  expect(cache.find('/a', 'one')).toBeNull();
});

test('while no snapshot is loaded no page is found', () => {
  const cache = new PageCache(10_000);
  cache.store('/a', aPage('one'));
  expect(cache.find('/a', null)).toBeNull();
});

test('a file that never changes belongs to every snapshot', () => {
  const cache = new PageCache(10_000);
  cache.store('/file', aPage(null));
  expect(cache.find('/file', null)).not.toBeNull();
  expect(cache.find('/file', 'two')).not.toBeNull();
});

test('the page that was longest unread is thrown out first', () => {
  const cache = new PageCache(3 * 2_048);
  for (const address of ['/a', '/b', '/c']) cache.store(address, aPage('one'));
  cache.find('/a', 'one');
  cache.store('/d', aPage('one'));
  expect(['/a', '/b', '/c', '/d'].map((address) => cache.find(address, 'one') !== null)).toEqual([true, false, true, true]);
});

test('a page stored again replaces itself', () => {
  const cache = new PageCache(10_000);
  cache.store('/a', aPage('one', 4_000));
  cache.store('/a', aPage('two', 3_000));
  expect(cache.size).toEqual({ pages: 1, bytes: 3_000 });
});

test('a page that is larger than the whole cache is not kept', () => {
  const cache = new PageCache(5_000);
  cache.store('/big', aPage('one', 6_000));
  expect(cache.size).toEqual({ pages: 0, bytes: 0 });
});

test('the cache never holds more than its limit, and counts what it holds', () => {
  const step = fc.record({
    find: fc.boolean(),
    address: fc.constantFrom('/a', '/b', '/c', '/d', '/e'),
    snapshot: fc.constantFrom('one', 'two'),
    bytes: fc.integer({ min: 1_024, max: 6_000 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const cache = new PageCache(9_000);
      for (const { find, address, snapshot, bytes } of steps) {
        if (find) expect([null, snapshot]).toContain(cache.find(address, snapshot)?.snapshot ?? null);
        else cache.store(address, aPage(snapshot, bytes));
        expect(cache.size.bytes).toBeLessThanOrEqual(9_000);
        expect(cache.size.bytes === 0).toBe(cache.size.pages === 0);
      }
    }),
  );
});

test('a page of text is compressed once, and both forms unpack to the same bytes', async () => {
  const body = Buffer.from('<p>unknown is not zero</p>'.repeat(200));
  const { bodies, etag } = await makeStoredPage({ snapshot: null, status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
  expect(gunzipSync(bodies.gzip ?? Buffer.alloc(0))).toEqual(body);
  expect(brotliDecompressSync(bodies.br ?? Buffer.alloc(0))).toEqual(body);
  expect(etag).toMatch(/^[\w-]{22}$/);
});

test.each([
  ['a short text', 'text/html', 10],
  ['a picture', 'image/png', 5_000],
  ['what has no type', undefined, 5_000],
])('%s is not compressed', async (_what, type, bytes) => {
  const { bodies } = await makeStoredPage({
    snapshot: null,
    status: 200,
    headers: type === undefined ? {} : { 'content-type': type },
    body: Buffer.alloc(bytes),
  });
  expect(bodies).toMatchObject({ gzip: null, br: null });
});

test('equal bytes have equal names, other bytes another', async () => {
  const name = async (text: string): Promise<string> => (await makeStoredPage({ snapshot: null, status: 200, headers: {}, body: Buffer.from(text) })).etag;
  expect(await name('a')).toBe(await name('a'));
  expect(await name('a')).not.toBe(await name('b'));
});

const both: StoredPage = { ...aPage(null), bodies: { identity: Buffer.alloc(9), gzip: Buffer.alloc(5), br: Buffer.alloc(4) } };

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.5, gzip', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.000, gzip;q=0', 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['BR', 'br'],
  ['brotli', 'identity'],
  ['x-gzip-like', 'identity'],
  ['deflate,gzip', 'gzip'],
] as const)('a reader who accepts %j gets %s', (accepts, encoding) => {
  expect(chooseEncoding(both, accepts)).toBe(encoding);
});

test('a page that is not compressed is sent as it is', () => {
  expect(chooseEncoding(aPage(null), 'gzip, br')).toBe('identity');
});

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['', 'identity'],
] as const)('what is sent once to a reader that takes "%s" is compressed that way alone', async (accepts, encoding) => {
  const body = Buffer.from('<p>word</p>'.repeat(500));
  const page = await makeSentPage({ snapshot: null, status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }, accepts);
  expect(chooseEncoding(page, accepts)).toBe(encoding);
  expect([page.bodies.gzip !== null, page.bodies.br !== null]).toEqual([encoding === 'gzip', encoding === 'br']);
  if (page.bodies.br) expect(brotliDecompressSync(page.bodies.br).equals(body)).toBe(true);
});
