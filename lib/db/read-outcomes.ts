import type { Kind } from '../catalog/kinds';
import { findCounted } from '../rank/match-graph';
import type { Outcomes } from '../rank/rank';
import type { Reading } from './read-snapshot';

/** What readers said of each active tool, as it was last rolled up, by kind; a tool of which nobody spoke has zeros. */
export async function readOutcomes({ prisma }: { prisma: Reading }): Promise<Map<Kind, Outcomes[]>> {
  const rows = await prisma.$queryRaw<({ kind: Kind } & Outcomes)[]>`
    SELECT t."kind", coalesce(c."worked", 0) AS "worked", coalesce(c."failed", 0) AS "failed"
    FROM "Tool" t LEFT JOIN "MatchCount" c ON c."toolId" = t."id" WHERE t."state" = 'active' ORDER BY t."kind", t."id"`;
  const kinds = new Map<Kind, Outcomes[]>();
  for (const { kind, worked, failed } of rows) {
    const known = kinds.get(kind);
    if (known) known.push({ worked, failed });
    else kinds.set(kind, [{ worked, failed }]);
  }
  return kinds;
}

/** The kinds whose formula counts the match graph, by what was last rolled up. */
export const readCounted = async (tx: Reading): Promise<Set<Kind>> => findCounted(await readOutcomes({ prisma: tx }));
