import { type ListSort, makeColumns, type StoredColumns } from './make-columns';
import type { Reading } from './read-snapshot';

export type Direction = 'ascending' | 'descending';

/**
 * What lists filter and sort by, of all active tools of one snapshot in the order of slugs, so that the time of a list or of its
 * counts hardly grows with the catalogue: 40,000 tools are walked through in two or three milliseconds.
 */
export type ListColumns = StoredColumns & {
  /** Orders that were asked for: tools by number. */
  orders: Map<string, Uint32Array>;
};

declare global {
  /** The server's bundles each hold a copy of this module: what they keep is shared here, for the snapshot in force and the one before it. */
  var unfragileColumns: Map<string, ListColumns> | undefined;
}

/** The columns of the snapshot that this transaction reads. They were made with it; one from before that is made from its listings here. */
export async function readColumns(tx: Reading): Promise<ListColumns> {
  const [current] = await tx.$queryRaw<{ id: string }[]>`SELECT "snapshotId" AS "id" FROM "CurrentSnapshot"`;
  const id = current?.id ?? '';
  globalThis.unfragileColumns ??= new Map();
  const kept = globalThis.unfragileColumns;
  const known = kept.get(id);
  if (known) return known;
  const [stored] = await tx.$queryRaw<{ columns: StoredColumns }[]>`SELECT "columns" FROM "ListColumns" WHERE "snapshotId" = ${id}`;
  const read = { ...(stored?.columns ?? (await makeColumns(tx, id))), orders: new Map() };
  kept.set(id, read);
  for (const old of [...kept.keys()].slice(0, -2)) kept.delete(old);
  return read;
}

/** The tools in an order, by number: what is unknown last whichever way it runs, equal ones by slug. */
export function orderTools({ slugs, places, orders }: ListColumns, sort: ListSort, direction: Direction): Uint32Array {
  const key = `${sort} ${direction}`;
  const known = orders.get(key);
  if (known) return known;
  const sign = direction === 'ascending' ? 1 : -1;
  const values = places[sort].map((place) => (place === null ? Number.POSITIVE_INFINITY : sign * place));
  const made = Uint32Array.from(slugs.keys()).sort((a, b) => compare(values[a] ?? 0, values[b] ?? 0) || a - b);
  orders.set(key, made);
  return made;
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
