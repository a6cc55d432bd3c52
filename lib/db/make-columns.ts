import { Prisma } from './generated/client';
import { type Facet, facets, facetValues } from './list-filters';
import type { Reading } from './read-snapshot';

export const listSorts = ['rank', 'name', 'price', 'newest', 'stars'] as const;
export type ListSort = (typeof listSorts)[number];

/** A facet of every tool: which of `words` each has, -1 where it has none. */
type Column = { words: string[]; codes: number[] };

/** The columns of ListColumns as they are kept with their snapshot. */
export type StoredColumns = {
  slugs: string[];
  columns: Record<Facet, Column>;
  /** For each sort the place of every tool when sorted upwards, equal ones sharing it; null where it is unknown. */
  places: Record<ListSort, (number | null)[]>;
};

const sortKeys = {
  rank: Prisma.sql`CASE WHEN l."ranked" THEN l."total" END`,
  name: Prisma.sql`lower(l."name")`,
  price: Prisma.sql`l."startingPrice"::float8`,
  newest: Prisma.sql`l."newestFact"`,
  stars: Prisma.sql`l."stars"`,
} as const satisfies Record<ListSort, Prisma.Sql>;

type Value = string | number;
type Row = { slugs: string[] | null } & Record<string, (Value | null)[] | null>;

const named = (name: Facet | ListSort): Prisma.Sql => Prisma.raw(`"${name}"`);

/** The columns of a snapshot out of its listings. They come as one row of arrays: a row a tool would take ten times as long to hand over. */
export async function makeColumns(tx: Reading, snapshotId: string): Promise<StoredColumns> {
  const values = [
    ...facets.map((facet) => Prisma.sql`${facetValues[facet]} AS ${named(facet)}`),
    ...listSorts.map((sort) => Prisma.sql`${sortKeys[sort]} AS ${named(sort)}`),
  ];
  const gathered = [...facets, ...listSorts].map((name) => Prisma.sql`json_agg(${named(name)}) AS ${named(name)}`);
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT json_agg("slug") AS "slugs", ${Prisma.join(gathered)}
    FROM (SELECT l."slug", ${Prisma.join(values)} FROM "Listing" l WHERE l."snapshotId" = ${snapshotId} AND l."state" = 'active' ORDER BY l."slug") listed`;
  const codesOf = (facet: Facet): Column => code(row?.[facet] ?? []);
  const placesOf = (sort: ListSort): (number | null)[] => place(row?.[sort] ?? []);
  return {
    slugs: row?.slugs ?? [],
    columns: {
      category: codesOf('category'),
      kind: codesOf('kind'),
      pricing: codesOf('pricing'),
      licence: codesOf('licence'),
      weights: codesOf('weights'),
      vendor: codesOf('vendor'),
      ranked: codesOf('ranked'),
    },
    places: { rank: placesOf('rank'), name: placesOf('name'), price: placesOf('price'), newest: placesOf('newest'), stars: placesOf('stars') },
  };
}

/** Makes the columns of a snapshot that is being written, so that no reader waits for them. */
export async function writeColumns(tx: Reading, snapshotId: string): Promise<void> {
  const columns = await makeColumns(tx, snapshotId);
  await tx.$executeRaw`
    INSERT INTO "ListColumns" ("snapshotId", "columns") VALUES (${snapshotId}, ${JSON.stringify(columns)}::json)
    ON CONFLICT ("snapshotId") DO UPDATE SET "columns" = excluded."columns"`;
}

function code(values: readonly (Value | null)[]): Column {
  const numbers = new Map<string, number>();
  const codes = values.map((value) => {
    if (value === null) return -1;
    const word = String(value);
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
  return { words: [...numbers.keys()], codes };
}

/** Numbers by size, texts by code units. */
function place(values: readonly (Value | null)[]): (number | null)[] {
  const distinct = [...new Set(values)].flatMap((value) => (value === null ? [] : [value])).sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(distinct.map((value, index) => [value, index + 1]));
  return values.map((value) => (value === null ? null : (places.get(value) ?? null)));
}
