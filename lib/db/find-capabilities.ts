import type { Evidence } from '../catalog/record';
import { confirmedFrom } from '../match/learning';
import { getDatabase, planOnce } from './database';
import { literal } from './find-names';
import { currentListings, type Listing, listingColumns } from './listing';
import type { Reading } from './read-snapshot';

const nearEnough = 0.2;

/** A job of the graph and how many active tools claim it. */
export type Job = { slug: string; name: string; tools: number };

/** Those of these jobs that active tools claim, in no order. */
export function findJobs(tx: Reading, jobs: readonly string[]): Promise<Job[]> {
  if (jobs.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<Job[]>`
    ${planOnce} SELECT j."id" AS "slug", j."name", j."tools" FROM "Capability" j WHERE j."id" = ANY(${[...new Set(jobs)]}) AND j."tools" > 0`;
}

/** How many active tools claim each of these jobs. */
export const countSharing = async (tx: Reading, jobs: readonly string[]): Promise<Map<string, number>> =>
  new Map((await findJobs(tx, jobs)).map(({ slug, tools }) => [slug, tools]));

/** True when at least two active tools claim the job, so that it has a page. */
export async function isSharedCapability(slug: string): Promise<boolean> {
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) return false;
  const { prisma } = await getDatabase();
  return ((await countSharing(prisma, [slug])).get(slug) ?? 0) >= 2;
}

/** The jobs that at least so many active tools share, in the order of slugs. */
export function listJobs(tx: Reading, least: number): Promise<Job[]> {
  return tx.$queryRaw<Job[]>`SELECT j."id" AS "slug", j."name", j."tools" FROM "Capability" j WHERE j."tools" >= ${least}::int ORDER BY j."id"`;
}

/** Shared jobs whose name is like the text or holds it, those that most tools share first among equals. */
export async function findJobsLike(tx: Reading, text: string, limit: number): Promise<Job[]> {
  const asked = text.trim().toLowerCase().slice(0, 120);
  if (asked === '') return [];
  // The index knows the operator alone, and the operator takes its threshold from here.
  await tx.$queryRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(nearEnough)}, true)`;
  return tx.$queryRaw<Job[]>`
    SELECT "slug", "name", "tools" FROM (
      SELECT j."id" AS "slug", j."name", j."tools", CASE WHEN strpos(' ' || lower(j."name"), ' ' || ${asked}) > 0 THEN 1
        ELSE greatest(similarity(j."name", ${asked}), similarity(j."id", ${asked})) END AS "likeness" FROM "Capability" j
      WHERE j."tools" >= 2 AND (j."name" % ${asked} OR j."id" % ${asked} OR j."name" ILIKE ${`%${literal(asked)}%`})
    ) n WHERE "likeness" >= ${nearEnough} ORDER BY "likeness" DESC, "tools" DESC, "slug" LIMIT ${limit}::int`;
}

/** Needs that several visitors confirmed and that begin like the text, or have a word that does. */
export async function findPastNeeds(tx: Reading, text: string, limit: number): Promise<string[]> {
  const asked = text.trim().toLowerCase().slice(0, 120);
  if (asked === '') return [];
  const rows = await tx.$queryRaw<{ text: string }[]>`
    SELECT "text" FROM "LearnedNeed" WHERE "confirmations" >= ${confirmedFrom}::int AND strpos(' ' || lower("text"), ' ' || ${asked}) > 0
    GROUP BY 1 ORDER BY max("confirmations") DESC, "text" LIMIT ${limit}::int`;
  return rows.map((row) => row.text);
}

/** Needs that these claims are recorded to serve, or were confirmed to serve by several visitors, without the asked one. */
export async function findRelatedNeeds(tx: Reading, claims: readonly string[], asked: string, limit: number): Promise<string[]> {
  if (claims.length === 0) return [];
  const rows = await tx.$queryRaw<{ text: string }[]>`
    ${planOnce} SELECT "text" FROM (
      SELECT n."text", array_position(${[...claims]}::text[], c."id") AS "place", n."at" FROM "ToolCapability" c,
        jsonb_array_elements_text(c."needs") WITH ORDINALITY AS n("text", "at") WHERE c."id" = ANY(${[...claims]})
      UNION ALL
      SELECT l."text", array_position(${[...claims]}::text[], l."capabilityId"), 0 FROM "LearnedNeed" l
      WHERE l."capabilityId" = ANY(${[...claims]}) AND l."confirmations" >= ${confirmedFrom}::int
    ) related WHERE lower("text") <> ${asked.toLowerCase()} GROUP BY 1 ORDER BY min("at"), min("place"), 1 LIMIT ${limit}::int`;
  return rows.map((row) => row.text);
}

export type ClaimText = {
  slug: string;
  key: string;
  name: string;
  description: string;
  isDerived: boolean;
  needs: string[];
  evidence: Evidence[];
};

export type SharedJob = Job & { listings: Listing[]; claims: ClaimText[]; served: { text: string; confirmations: number }[]; servedOnce: number };

/** A job, the best ranked tools that claim it, what each claims, and the needs it was confirmed to serve; null when nothing has it. */
export async function findJob(tx: Reading, slug: string, limit: number): Promise<SharedJob | null> {
  const job = await tx.capability.findUnique({ where: { id: slug } });
  if (job === null) return null;
  const tools = (await countSharing(tx, [slug])).get(slug) ?? 0;
  const listings = await tx.$queryRaw<Listing[]>`
    SELECT ${listingColumns} FROM ${currentListings} WHERE l."state" = 'active' AND EXISTS (
      SELECT 1 FROM "ToolCapability" c WHERE c."toolId" = l."toolId" AND c."jobId" = ${slug} AND c."withdrawnAt" IS NULL)
    ORDER BY CASE WHEN l."ranked" THEN l."total" END DESC NULLS LAST, l."slug" LIMIT ${limit}::int`;
  const claims = await tx.$queryRaw<ClaimText[]>`
    SELECT t."slug", c."key", c."name", c."description", c."derivedFrom" IS NOT NULL AS "isDerived", c."needs", c."evidence"
    FROM "ToolCapability" c JOIN "Tool" t ON t."id" = c."toolId"
    WHERE c."jobId" = ${slug} AND c."withdrawnAt" IS NULL AND t."slug" = ANY(${listings.map((each) => each.slug)}) ORDER BY t."slug", c."position", c."key"`;
  const confirmed = await tx.$queryRaw<{ text: string; confirmations: number }[]>`
    SELECT l."text", max(l."confirmations")::int AS "confirmations" FROM "LearnedNeed" l JOIN "ToolCapability" c ON c."id" = l."capabilityId"
    WHERE c."jobId" = ${slug} GROUP BY 1 ORDER BY 2 DESC, 1`;
  const served = confirmed.filter(({ confirmations }) => confirmations >= confirmedFrom);
  return { slug, name: job.name, tools, listings, claims, served, servedOnce: confirmed.length - served.length };
}
