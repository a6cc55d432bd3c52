import { findJobsLike } from '../db/find-capabilities';
import { findNearest } from '../db/find-names';
import { readSnapshot } from '../db/read-snapshot';
import type { MissingPage } from './page-types';

const nearestShown = 6;

/** What is offered where an address names tools, or a capability, that are not there. */
export async function loadMissing(names: readonly string[], capability: string | null): Promise<MissingPage> {
  const { value } = await readSnapshot(async (tx) => ({
    nearest: await findNearest(tx, names, nearestShown),
    jobs: capability === null ? [] : await findJobsLike(tx, capability.replaceAll('-', ' '), nearestShown),
  }));
  return { unknown: names, nearest: value.nearest, capability: capability === null ? null : { asked: capability, nearest: value.jobs } };
}
