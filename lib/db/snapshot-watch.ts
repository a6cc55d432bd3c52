import { getDatabase } from './database';

/** A new snapshot has to be known within two seconds, whichever process committed it. */
const pollEveryMs = 500;

declare global {
  /** Shared by the server's bundles: each holds a copy of this module. */
  var unfragileSnapshot: { id: string | null; timer: NodeJS.Timeout | null } | undefined;
}

globalThis.unfragileSnapshot ??= { id: null, timer: null };
const watch = globalThis.unfragileSnapshot;

/** Id of the snapshot in force, read now; null before the first import. */
export async function getSnapshotId(): Promise<string | null> {
  const { prisma } = await getDatabase();
  const current = await prisma.currentSnapshot.findFirst({ select: { snapshotId: true } });
  watch.id = current?.snapshotId ?? null;
  return watch.id;
}

/** The last id that was seen, at once; at most a second old while the watch runs. */
export function currentSnapshotId(): string | null {
  return watch.id;
}

/** Starts looking for new snapshots, and returns once the first look is done. `tell` is told what is in force, and every change of it. */
export async function watchSnapshot(tell: (id: string | null) => void = () => {}): Promise<void> {
  tell(await getSnapshotId());
  if (watch.timer !== null) return;
  const look = async (): Promise<void> => {
    // Closed: looking would open it again.
    if (globalThis.unfragileDatabase === undefined) return stopWatch();
    try {
      const before = watch.id;
      const id = await getSnapshotId();
      if (id !== before) tell(id);
    } catch (error) {
      // Pages of the last known snapshot go on being served; whoever reads the database meets the error too.
      process.emitWarning(error instanceof Error ? error : String(error), { code: 'UNFRAGILE_WATCH' });
    }
    if (watch.timer !== null) watch.timer = setTimeout(look, pollEveryMs).unref();
  };
  watch.timer = setTimeout(look, pollEveryMs).unref();
}

/** Stops looking; the last id stays known. */
export function stopWatch(): void {
  if (watch.timer !== null) clearTimeout(watch.timer);
  watch.timer = null;
}
