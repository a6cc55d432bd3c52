import type { Database } from '../../lib/db/database';

/** What the index says, without the numbers that depend on the order of writing. */
export async function readIndex(database: Database): Promise<string> {
  const { rows: postings } = await database.pool.query(
    `SELECT m."toolId", t."term", p."weight" FROM "MatchPosting" p JOIN "MatchTerm" t ON t."id" = p."termId" JOIN "MatchTool" m ON m."no" = p."toolNo" ORDER BY 1, 2`,
  );
  const { rows: claims } = await database.pool.query(
    `SELECT c."capabilityId", t."term", w."weight" FROM "MatchCapability" c, unnest(c."terms", c."weights") AS w("id", "weight") JOIN "MatchTerm" t ON t."id" = w."id" ORDER BY 1, 2`,
  );
  const { rows: terms } = await database.pool.query(`SELECT "term", "tools" FROM "MatchTerm" ORDER BY 1`);
  const { rows: names } = await database.pool.query(`SELECT "word", "tools" FROM "MatchNameWord" ORDER BY 1`);
  const { rows: statistics } = await database.pool.query(`SELECT * FROM "MatchStatistic" ORDER BY 1`);
  return JSON.stringify({ postings, claims, terms, names, statistics });
}
