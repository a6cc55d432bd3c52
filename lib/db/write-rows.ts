import { Prisma } from './generated/client';
import type { Reading } from './read-snapshot';

/** Rows go to the database as one JSON parameter a batch; the size keeps both sides' memory small. */
const batchSize = 1_000;

/** Runs a statement once for each batch of rows, which it reads with jsonb_to_recordset. Returns how many rows it wrote. */
export async function writeRows(tx: Reading, rows: readonly object[], statement: (json: Prisma.Sql) => Prisma.Sql): Promise<number> {
  let written = 0;
  for (let start = 0; start < rows.length; start += batchSize) {
    written += await tx.$executeRaw(statement(Prisma.sql`${JSON.stringify(rows.slice(start, start + batchSize))}::jsonb`));
  }
  return written;
}
