import { confirmedFrom } from '../match/learning';
import { planOnce } from './database';
import { Prisma } from './generated/client';
import type { Reading } from './read-snapshot';

/** A tool that served exactly this need, through which capability, and how many visitors said so. */
export type Served = { toolId: string; confirmations: number; capability: { id: string; key: string; job: string; name: string; description: string } | null };

/**
 * What served a need in these very words, most confirmed first. Only needs that more visitors confirmed than denied are
 * learned at all (learn.ts). `need` is normalised as it is when a search is kept.
 */
export function findServed(tx: Reading, need: string): Promise<Served[]> {
  return tx.$queryRaw<Served[]>(Prisma.sql`
    ${planOnce} SELECT l."toolId", l."confirmations",
      CASE WHEN c."id" IS NOT NULL THEN jsonb_build_object('id', c."id", 'key', c."key", 'job', c."jobId", 'name', c."name", 'description', c."description") END AS "capability"
    FROM "LearnedNeed" l LEFT JOIN "ToolCapability" c ON c."id" = l."capabilityId" AND c."withdrawnAt" IS NULL
    WHERE l."text" = ${need} AND l."confirmations" >= ${confirmedFrom}::int ORDER BY l."confirmations" DESC, l."toolId"`);
}
