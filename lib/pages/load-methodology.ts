import type { Kind } from '../catalog/kinds';
import { readCounted } from '../db/read-outcomes';
import { readSnapshot } from '../db/read-snapshot';
import type { SnapshotLine } from './snapshot';

/** The methodology page is rendered from the tables of lib/rank; from the database it needs the snapshot, and the kinds that count the match graph. */
export async function loadMethodology(): Promise<{ snapshot: SnapshotLine; counted: ReadonlySet<Kind> }> {
  const { snapshot, value: counted } = await readSnapshot(readCounted);
  return { snapshot, counted };
}
