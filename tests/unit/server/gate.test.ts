import { expect, test } from 'vitest';
import { makeGate } from '../../../lib/server/gate';

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('no more work runs at a time than there are places, in the order it came, and all of it ends', async () => {
  const gate = makeGate(3);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_none, number) =>
      gate(async () => {
        begun.push(number);
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < 1 + (number % 4); turn += 1) await later();
        running -= 1;
        return number;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(answers).toEqual(answers.map((_none, number) => number));
  expect(begun).toEqual(answers);
});

test('work that fails gives its place back', async () => {
  const gate = makeGate(1);
  await expect(gate(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await gate(async () => 'next')).toBe('next');
});

test('between two pieces of work the thread turns to others', async () => {
  const gate = makeGate(1);
  const order: string[] = [];
  const crowd = Promise.all(Array.from({ length: 3 }, (_none, number) => gate(async () => void order.push(`work ${number}`))));
  setImmediate(() => order.push('other'));
  await crowd;
  expect(order.indexOf('other')).toBeLessThan(order.indexOf('work 2'));
});
