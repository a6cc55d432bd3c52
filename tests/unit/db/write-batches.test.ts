import { expect, test } from 'vitest';
import { makeBatches } from '../../../lib/db/write-batches';

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what comes in while one batch is written is the next one, and each item is written once', async () => {
  const written: (readonly number[])[] = [];
  const { write, settled } = makeBatches<number>(async (items) => {
    await later();
    written.push(items);
  });
  await Promise.all(Array.from({ length: 250 }, (_none, number) => write(number)));
  await settled();
  expect(written.map((batch) => batch.length)).toEqual([1, 100, 100, 49]);
  expect(written.flat()).toEqual(Array.from({ length: 250 }, (_none, number) => number));
});

test('what cannot be written is refused alone, and the others are written', async () => {
  const written: number[] = [];
  const { write } = makeBatches<number>(async (items) => {
    await later();
    if (items.includes(3)) throw new Error('Three cannot be written.');
    written.push(...items);
  });
  const settled = await Promise.allSettled(Array.from({ length: 6 }, (_none, number) => write(number)));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(written).toEqual([0, 1, 2, 4, 5]);
});

test('settled waits for what was handed in before', async () => {
  let written = 0;
  const { write, settled } = makeBatches<number>(async (items) => {
    await later();
    written += items.length;
  });
  void write(1);
  void write(2);
  await settled();
  expect(written).toBe(2);
  await settled();
});

test('settled waits for nothing that is handed in later, however much that is', async () => {
  let written = 0;
  const { write, settled } = makeBatches<number>(async (items) => {
    await later();
    written += items.length;
    // As readers do who go on searching.
    if (written < 50) void write(written);
  });
  void write(0);
  await settled();
  expect(written).toBe(1);
});
