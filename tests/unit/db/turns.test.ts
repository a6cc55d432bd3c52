import { expect, test } from 'vitest';
import { makeTurns } from '../../../lib/db/turns';

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('so many run at a time, in the order they came, and one that fails makes room like any other', async () => {
  const inTurn = makeTurns(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = async (number: number): Promise<number> => {
    begun.push(number);
    running += 1;
    most = Math.max(most, running);
    await later();
    running -= 1;
    if (number % 3 === 0) throw new Error(`${number} failed`);
    return number;
  };
  const numbers = Array.from({ length: 10 }, (_none, number) => number);
  const ended = await Promise.allSettled(numbers.map((number) => inTurn(() => work(number))));
  expect(begun).toEqual(numbers);
  expect(most).toBe(2);
  expect(ended.map(({ status }) => status)).toEqual(numbers.map((number) => (number % 3 === 0 ? 'rejected' : 'fulfilled')));
  expect(await inTurn(async () => 'once more')).toBe('once more');
});
