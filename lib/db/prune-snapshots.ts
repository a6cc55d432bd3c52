import type { Reading } from './read-snapshot';

/** The one in force and the one before it stay, however large: a page that is being made may still show that one. */
const leastKept = 2;

/** Older ones stay while all of them together list no more tools than this. */
const mostListings = 50_000;

/** Deletes old snapshots with their listings and returns how many went. Their content can be ranked again at any time. */
export function pruneSnapshots(tx: Reading, current: string, most = mostListings): Promise<number> {
  return tx.$executeRaw`
    WITH placed AS (
      SELECT "id", row_number() OVER newest AS "place", sum("toolCount") OVER newest AS "listed" FROM "Snapshot" WINDOW newest AS (ORDER BY "id" <> ${current}, "seq" DESC)
    )
    DELETE FROM "Snapshot" s USING placed p WHERE p."id" = s."id" AND p."place" > ${leastKept}::int AND p."listed" > ${most}::int`;
}
