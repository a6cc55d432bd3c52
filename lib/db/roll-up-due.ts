import type { Database } from './database';

/** At most so often the counts are brought into a new snapshot. */
const leastMs = 3_600_000;

/**
 * True when searches or outcomes came in since `last` (null: since ever) and the last hour saw neither a roll-up nor
 * another snapshot. Asks two indexes, so that looking costs nothing while nobody searches.
 */
export async function isRollUpDue({ prisma }: Database, last: Date | null, now: Date): Promise<boolean> {
  const current = await prisma.currentSnapshot.findFirst({ select: { since: true } });
  if (current === null || now.getTime() - Math.max(current.since.getTime(), last?.getTime() ?? 0) < leastMs) return false;
  const since = last ?? new Date(0);
  const [news] = await prisma.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Search" WHERE "at" > ${since}) OR EXISTS (SELECT 1 FROM "Outcome" WHERE "at" > ${since} OR "withdrawnAt" > ${since}) AS "is"`;
  return news?.is ?? false;
}
