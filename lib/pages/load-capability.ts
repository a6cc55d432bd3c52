import { findJob } from '../db/find-capabilities';
import { findSources } from '../db/find-sources';
import { readSnapshot } from '../db/read-snapshot';
import { findCounted } from './counted';
import type { CapabilityPage } from './page-types';

/** A job that hundreds claim shows its best ranked. */
const toolsShown = 60;

/** The page of a job that at least two tools share; null when fewer do. */
export async function loadCapability(slug: string): Promise<CapabilityPage | null> {
  const { snapshot, value } = await readSnapshot(async (tx) => {
    const job = await findJob(tx, slug, toolsShown);
    if (job === null || job.tools < 2) return null;
    const ids = [...new Set(job.claims.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
    return { job, sources: await findSources(tx, ids) };
  });
  if (value === null) return null;
  const { job, sources } = value;
  const tools = job.listings.map((tool) => ({ tool, claims: job.claims.filter((claim) => claim.slug === tool.slug) }));
  const { name, served, servedOnce } = job;
  return { snapshot, job: { slug, name, tools: job.tools }, tools, sources, served, servedOnce, counted: findCounted(snapshot.committedAt) };
}
