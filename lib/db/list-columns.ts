import { Prisma } from './generated/client';
import { type Facet, facets, facetValues } from './list-filters';
import { currentListings } from './listing';
import type { Reading } from './read-snapshot';

export const listSorts = ['rank', 'name', 'price', 'newest', 'stars'] as const;
export type ListSort = (typeof listSorts)[number];
export type Direction = 'ascending' | 'descending';

/** A facet of every tool: which of `words` each has, -1 where it has none. */
type Column = { words: string[]; codes: Int32Array };

/**
 * What lists filter and sort by, of all active tools of one snapshot in the order of slugs. Read once a snapshot and kept, so that the
 * time of a list or of its counts hardly grows with the catalogue: 40,000 tools are walked through in two or three milliseconds.
 */
export type ListColumns = {
  slugs: string[];
  columns: Record<Facet, Column>;
  /** For each sort the place of every tool when sorted upwards, equal ones sharing it; null where it is unknown. */
  places: Record<ListSort, (number | null)[]>;
  /** Orders that were asked for: tools by number. */
  orders: Map<string, Uint32Array>;
};

const sortKeys = {
  rank: Prisma.sql`CASE WHEN l."ranked" THEN l."total" END`,
  name: Prisma.sql`lower(l."name") COLLATE "C"`,
  price: Prisma.sql`l."startingPrice"`,
  newest: Prisma.sql`l."newestFact"`,
  stars: Prisma.sql`l."stars"`,
} as const satisfies Record<ListSort, Prisma.Sql>;

declare global {
  /** The server's bundles each hold a copy of this module: what they keep is shared here, for the snapshot in force and the one before it. */
  var unfragileColumns: Map<string, ListColumns> | undefined;
}

/** The columns of the snapshot that this transaction reads. */
export async function readColumns(tx: Reading): Promise<ListColumns> {
  const [current] = await tx.$queryRaw<{ id: string }[]>`SELECT "snapshotId" AS "id" FROM "CurrentSnapshot"`;
  const id = current?.id ?? '';
  globalThis.unfragileColumns ??= new Map();
  const kept = globalThis.unfragileColumns;
  const known = kept.get(id);
  if (known) return known;
  const read = await readAll(tx);
  kept.set(id, read);
  for (const old of [...kept.keys()].slice(0, -2)) kept.delete(old);
  return read;
}

type Row = { slugs: string[] | null } & Record<string, (string | number | null)[] | null>;

/** One row of arrays: a row a tool would take ten times as long to hand over. */
async function readAll(tx: Reading): Promise<ListColumns> {
  const named = [
    ...facets.map((facet) => Prisma.sql`${facetValues[facet]} AS ${column(facet)}`),
    ...listSorts.map((sort) => Prisma.sql`CASE WHEN ${sortKeys[sort]} IS NOT NULL THEN dense_rank() OVER (ORDER BY ${sortKeys[sort]}) END AS ${column(sort)}`),
  ];
  const gathered = [...facets, ...listSorts].map((name) => Prisma.sql`json_agg(${column(name)} ORDER BY "slug") AS ${column(name)}`);
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT json_agg("slug" ORDER BY "slug") AS "slugs", ${Prisma.join(gathered)}
    FROM (SELECT l."slug", ${Prisma.join(named)} FROM ${currentListings} WHERE l."state" = 'active') listed`;
  const wordsOf = (facet: Facet): (string | null)[] => (row?.[facet] ?? []).map((value) => (value === null ? null : String(value)));
  const placesOf = (sort: ListSort): (number | null)[] => (row?.[sort] ?? []).map((value) => (value === null ? null : Number(value)));
  return {
    slugs: row?.slugs ?? [],
    columns: {
      category: code(wordsOf('category')),
      kind: code(wordsOf('kind')),
      pricing: code(wordsOf('pricing')),
      licence: code(wordsOf('licence')),
      weights: code(wordsOf('weights')),
      vendor: code(wordsOf('vendor')),
      ranked: code(wordsOf('ranked')),
    },
    places: { rank: placesOf('rank'), name: placesOf('name'), price: placesOf('price'), newest: placesOf('newest'), stars: placesOf('stars') },
    orders: new Map(),
  };
}

const column = (name: Facet | ListSort): Prisma.Sql => Prisma.raw(`"${name}"`);

function code(values: readonly (string | null)[]): Column {
  const numbers = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1;
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
  return { words: [...numbers.keys()], codes };
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
