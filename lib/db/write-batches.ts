/** Writes what is handed in; settles when that, and nothing but that, is written. */
type Write<Item> = (item: Item) => Promise<void>;

type Waiting<Item> = { item: Item; resolve: () => void; reject: (error: unknown) => void };

/** More would make a statement that others wait for. */
const mostAtOnce = 100;

/**
 * Makes of a write of many a write of one: what comes in while one batch is written is the next one, so that however many
 * wait they take one connection. `settled` waits for everything that was handed in before.
 */
export function makeBatches<Item>(writeAll: (items: readonly Item[]) => Promise<void>): { write: Write<Item>; settled: () => Promise<void> } {
  const waiting: Waiting<Item>[] = [];
  let running: Promise<void> | null = null;
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
    while (waiting.length > 0) await writeBatch(waiting.splice(0, mostAtOnce));
    running = null;
  };
  const write: Write<Item> = (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      running ??= writeWaiting();
    });
  return { write, settled: async () => running ?? undefined };
}
