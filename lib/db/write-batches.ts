/** Writes what is handed in; settles when that, and nothing but that, is written. */
type Write<Item> = (item: Item) => Promise<void>;

type Waiting<Item> = { item: Item; resolve: () => void; reject: (error: unknown) => void };

/** More would make a statement that others wait for. */
const mostAtOnce = 100;

/**
 * Makes of a write of many a write of one: what comes in while one batch is written is the next one, so that however many
 * wait they take one connection. `settled` waits for what was handed in before it is called, and for nothing that comes later.
 */
export function makeBatches<Item>(writeAll: (items: readonly Item[]) => Promise<void>): { write: Write<Item>; settled: () => Promise<void> } {
  const waiting: Waiting<Item>[] = [];
  const unsettled = new Set<Promise<void>>();
  let isWriting = false;
  const writeBatch = async (batch: readonly Waiting<Item>[]): Promise<void> => {
    try {
      await writeAll(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      // What one of them cannot be written for is not the others' fault.
      if (batch.length > 1) for (const each of batch) await writeBatch([each]);
      else for (const { reject } of batch) reject(error);
    }
  };
  const writeWaiting = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) await writeBatch(waiting.splice(0, mostAtOnce));
    isWriting = false;
  };
  const write: Write<Item> = async (item) => {
    const written = new Promise<void>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isWriting) void writeWaiting();
    });
    unsettled.add(written);
    try {
      await written;
    } finally {
      unsettled.delete(written);
    }
  };
  return { write, settled: async () => void (await Promise.allSettled(unsettled)) };
}
