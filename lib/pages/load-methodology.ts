import { readSnapshot } from '../db/read-snapshot';
import type { SnapshotLine } from './snapshot';

/** The methodology page is rendered from the tables of lib/rank; from the database it needs the snapshot alone. */
export async function loadMethodology(): Promise<{ snapshot: SnapshotLine }> {
  const { snapshot } = await readSnapshot(async () => null);
  return { snapshot };
}
