const withinMs = 300_000;

/** Waits until `check` is true; an error of it means not yet. Throws when that takes too long. */
export async function waitUntil(what: string, check: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  let last: unknown;
  while (performance.now() - began < withinMs) {
    try {
      if (await check()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} was not there within ${withinMs / 1000} seconds.`, { cause: last });
}
