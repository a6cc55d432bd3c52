import { expect, test } from 'vitest';
import { type Admitted, type GateOptions, makeGate } from '../../../lib/server/gate';

/** A clock that is moved by hand. */
let clock = 0;
const open = (options: Partial<GateOptions>) =>
  makeGate({ places: 1, searches: 1, longestWaitMs: Number.POSITIVE_INFINITY, now: () => clock, after: () => () => {}, ...options });
const done = <Value>(value: Value): Admitted<Value> => ({ type: 'done', value });

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('no more work runs at a time than there are places, in the order it came, and all of it ends', async () => {
  const gate = open({ places: 3 });
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_none, number) =>
      gate('asked', async () => {
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
  expect(answers).toEqual(begun.map((_none, number) => done(number)));
  expect(begun).toEqual(begun.map((_none, number) => number));
});

test('work that fails gives its place back', async () => {
  const gate = open({});
  await expect(gate('asked', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await gate('asked', async () => 'next')).toEqual(done('next'));
});

test('between two pieces of work the thread turns to others', async () => {
  const gate = open({});
  const order: string[] = [];
  const crowd = Promise.all(Array.from({ length: 3 }, (_none, number) => gate('asked', async () => void order.push(`work ${number}`))));
  setImmediate(() => order.push('other'));
  await crowd;
  expect(order.indexOf('other')).toBeLessThan(order.indexOf('work 2'));
});

/** Work that takes so long on the clock, and ends when it is told to. */
const hold = (ms: number) => {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async (): Promise<string> => {
    await ended;
    clock += ms;
    return 'held';
  };
  return { work, end };
};

test('who would wait longer than is allowed is told how long, and nothing is done', async () => {
  const gate = open({ longestWaitMs: 2_500 });
  const [first, second] = [hold(1_000), hold(1_000)];
  first.end();
  expect(await gate('asked', first.work)).toEqual(done('held'));
  await later();
  const running = gate('asked', second.work);
  const waits = gate('asked', async () => 'waited');
  let isDone = false;
  const refuse = (lane: 'asked' | 'kept') =>
    gate(lane, async () => {
      isDone = true;
    });
  const waitsToo = gate('asked', async () => 'waited too');
  expect(await refuse('asked')).toEqual({ type: 'busy', waitMs: 3_000 });
  expect(isDone).toBe(false);
  second.end();
  expect(await Promise.all([running, waits, waitsToo])).toEqual([done('held'), done('waited'), done('waited too')]);
  expect(await refuse('asked')).toMatchObject({ type: 'done' });
});

test('before anything has ended nobody is turned away at once', async () => {
  const gate = open({ longestWaitMs: 0 });
  const first = hold(1_000);
  const all = [gate('asked', first.work), ...Array.from({ length: 1_000 }, () => gate('asked', async () => 'waited'))];
  first.end();
  expect((await Promise.all(all)).slice(1)).toEqual(Array.from({ length: 1_000 }, () => done('waited')));
});

test('a crowd in one lane does not stand before the others', async () => {
  const gate = open({});
  const order: string[] = [];
  const note = (lane: 'asked' | 'kept' | 'api', name: string) => gate(lane, async () => void order.push(name));
  const crowd = Array.from({ length: 9 }, (_none, number) => note('asked', `asked ${number}`));
  await Promise.all([...crowd, note('kept', 'kept'), note('api', 'api')]);
  expect(Math.max(order.indexOf('kept'), order.indexOf('api'))).toBeLessThanOrEqual(4);
  expect(order.filter((name) => name.startsWith('asked'))).toEqual(crowd.map((_none, number) => `asked ${number}`));
});

test('of searches fewer run at a time, and while they wait others use the places', async () => {
  const gate = open({ places: 3, searches: 1 });
  const running: string[] = [];
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const begin = (lane: 'asked' | 'search', name: string) =>
    gate(lane, async () => {
      running.push(name);
      order.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      running.splice(running.indexOf(name), 1);
    });
  const all = [
    begin('search', 'search 1'),
    begin('search', 'search 2'),
    begin('search', 'search 3'),
    begin('asked', 'list 1'),
    begin('asked', 'list 2'),
    begin('asked', 'list 3'),
  ];
  await later();
  expect(running).toEqual(['search 1', 'list 1', 'list 2']);
  while (order.length < all.length || running.length > 0) {
    ends.shift()?.();
    await later();
    await later();
    expect(running.filter((name) => name.startsWith('search')).length).toBeLessThanOrEqual(1);
    expect(running.length).toBeLessThanOrEqual(3);
  }
  await Promise.all(all);
  expect(order.filter((name) => name.startsWith('search'))).toEqual(['search 1', 'search 2', 'search 3']);
});

test('a search is told that it would wait for those before it, which fewer places serve', async () => {
  const gate = open({ places: 4, searches: 2, longestWaitMs: 1_400 });
  const [first, second, third] = [hold(1_000), hold(0), hold(0)];
  first.end();
  await gate('search', first.work);
  await later();
  const held = [gate('search', second.work), gate('search', third.work)];
  const waits = [gate('search', async () => 1), gate('search', async () => 2)];
  expect(await gate('search', async () => 3)).toEqual({ type: 'busy', waitMs: 1_500 });
  expect(await gate('asked', async () => 'list')).toEqual(done('list'));
  second.end();
  third.end();
  await Promise.all(held);
  expect(await Promise.all(waits)).toEqual([done(1), done(2)]);
});

test('who was let wait and has waited for as long as anybody may is told so, and nothing is done', async () => {
  const limits: { ms: number; act: () => void; isForgotten: boolean }[] = [];
  const after: GateOptions['after'] = (ms, act) => {
    const limit = { ms, act, isForgotten: false };
    limits.push(limit);
    return () => {
      limit.isForgotten = true;
    };
  };
  const gate = open({ longestWaitMs: 2_500, after });
  const first = hold(0);
  const running = gate('asked', first.work);
  let isDone = false;
  const late = gate('asked', async () => {
    isDone = true;
  });
  const next = gate('asked', async () => 'next');
  expect(limits.map(({ ms }) => ms)).toEqual([2_500, 2_500]);
  limits[0]?.act();
  expect(await late).toEqual({ type: 'busy', waitMs: 2_500 });
  first.end();
  expect(await Promise.all([running, next])).toEqual([done('held'), done('next')]);
  expect(limits.map(({ isForgotten }) => isForgotten)).toEqual([true, true]);
  limits[1]?.act();
  expect(isDone).toBe(false);
});

test('who goes away while waiting leaves the queue, and who goes away later is served', async () => {
  const gate = open({});
  const first = hold(0);
  const reader = new AbortController();
  const running = gate('asked', first.work, reader.signal);
  let isDone = false;
  const left = gate(
    'asked',
    async () => {
      isDone = true;
    },
    reader.signal,
  );
  const next = gate('asked', async () => 'next');
  reader.abort();
  expect(await left).toEqual({ type: 'left' });
  first.end();
  expect(await Promise.all([running, next])).toEqual([done('held'), done('next')]);
  expect(isDone).toBe(false);
  expect(await gate('asked', async () => 'late', reader.signal)).toEqual({ type: 'left' });
});
