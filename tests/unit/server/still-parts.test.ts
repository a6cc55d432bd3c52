import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { runInRequest } from '../../../lib/db/request-context';
import { makeStillParts } from '../../../lib/server/still-parts';

const parts = makeStillParts(renderToStaticMarkup);
const inRequest = <Result>(answer: () => Result): Promise<Result> =>
  runInRequest({ id: 'a', visitor: null, snapshot: null, queryMs: 0, queries: 0, still: [] }, async () => answer());

test('a part is read back as the HTML that it was written as, with what has to be escaped', async () => {
  const read = await inRequest(() => [createElement('p', { className: 'a' }, '<b> & 1'), 'text'].map((each) => parts.read(parts.write(each) ?? -1)));
  expect(read).toEqual(['<p class="a">&lt;b&gt; &amp; 1</p>', 'text']);
});

test('requests do not see each other’s parts, however they overlap', async () => {
  const slowly = (text: string): Promise<string> =>
    runInRequest({ id: text, visitor: null, snapshot: null, queryMs: 0, queries: 0, still: [] }, async () => {
      const part = parts.write(text) ?? -1;
      await new Promise((resolve) => setImmediate(resolve));
      return parts.read(part);
    });
  expect(await Promise.all(['one', 'two', 'three'].map(slowly))).toEqual(['one', 'two', 'three']);
});

test('outside of a request nothing is written, and reading says so', () => {
  expect(parts.write('text')).toBeNull();
  expect(() => parts.read(0)).toThrow('Part 0 of the page was read outside of the request that wrote it.');
});

test('a part that nobody wrote is no empty part', async () => {
  await expect(inRequest(() => parts.read(3))).rejects.toThrow('Part 3');
});
