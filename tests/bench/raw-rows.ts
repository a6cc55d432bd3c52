import type { Pool } from 'pg';

/** Everything that an import writes, in an order in which references hold. */
const tables = [
  'Source',
  'Tool',
  'ToolAlias',
  'Capability',
  'Fact',
  'ToolCapability',
  'ToolRelation',
  'MatchTool',
  'MatchTerm',
  'MatchNameWord',
  'MatchPosting',
  'MatchCapability',
  'Snapshot',
  'Listing',
  'CurrentSnapshot',
] as const;

/** As in lib/db/write-rows.ts. */
const batchSize = 1_000;

export type Rows = readonly { table: (typeof tables)[number]; rows: readonly unknown[] }[];

/** What stands in the database after an import, with everything that was computed for it: ranks, search documents, hashes. */
export async function readRows(pool: Pool): Promise<Rows> {
  const read = [];
  for (const table of tables) {
    const { rows } = await pool.query<{ row: unknown }>(`SELECT to_jsonb(t) AS "row" FROM "${table}" t`);
    read.push({ table, rows: rows.map(({ row }) => row) });
  }
  return read;
}

export const countRows = (rows: Rows): number => rows.reduce((sum, each) => sum + each.rows.length, 0);

/**
 * Inserts finished rows in one transaction: nothing is read, parsed, checked, hashed, ranked or looked up first. The columns and
 * types of the record set are those of the table.
 */
export async function insertRows(pool: Pool, rows: Rows): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const { table, rows: all } of rows) {
      for (let start = 0; start < all.length; start += batchSize) {
        const batch = JSON.stringify(all.slice(start, start + batchSize));
        await client.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`, [batch]);
      }
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
