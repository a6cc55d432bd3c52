import { findNamedTask } from './find-tasks';
import type { Task } from './task-words';

/** A tool that a need found: its score, and what the own text of each of its capabilities is worth for the need. */
export type Evidence = { toolId: string; score: number; claims: readonly { job: string; jobName: string; score: number }[] };

/** A capability that found tools share, what speaks for it, and the tools, best first. */
export type RankedJob = { job: string; name: string; score: number; tools: readonly string[] };

/** So many of its best tools speak for a capability; one that fewer have is as likely a chance find. */
const speaking = 5;
/** Of so many found tools, best first, the capabilities are heard. */
export const heard = 60;
/** A tool with up to so many capabilities is a witness for each; one with more, for those whose own text fits. */
const fewCapabilities = 2;
/** What the best capability that a tool shares adds to its score. */
const sharedWeight = 0.3;
/** Two capabilities are one to a reader when so much of the smaller one's tools also have the other. */
const sameTools = 0.7;

/** How far a tool speaks for each of its capabilities: its score, less where another of its capabilities fits better. */
function weighClaims({ score, claims }: Evidence): Map<string, number> {
  const best = Math.max(0, ...claims.map((claim) => claim.score));
  const least = Math.min(1, (fewCapabilities + 1) / (claims.length + 1));
  const weights = new Map<string, number>();
  for (const claim of claims) {
    const fitting = best > 0 ? claim.score / best : 1;
    weights.set(claim.job, Math.max(weights.get(claim.job) ?? 0, score * (least + (1 - least) * fitting)));
  }
  return weights;
}

/** The capabilities that at least two of the found tools share, best first: a need leads to a capability by the tools that do it best. */
export function rankJobs(found: readonly Evidence[]): RankedJob[] {
  const jobs = new Map<string, { toolId: string; weight: number }[]>();
  const names = new Map(found.flatMap(({ claims }) => claims.map(({ job, jobName }) => [job, jobName])));
  for (const tool of found.slice(0, heard))
    for (const [job, weight] of weighClaims(tool)) jobs.set(job, [...(jobs.get(job) ?? []), { toolId: tool.toolId, weight }]);
  return [...jobs]
    .filter(([, tools]) => tools.length > 1)
    .map(([job, tools]) => {
      const sorted = tools.sort((a, b) => b.weight - a.weight || (a.toolId < b.toolId ? -1 : 1));
      return {
        job,
        name: names.get(job) ?? job,
        score: sorted.slice(0, speaking).reduce((sum, { weight }) => sum + weight, 0) / speaking,
        tools: sorted.map(({ toolId }) => toolId),
      };
    })
    .sort((a, b) => b.score - a.score || (a.job < b.job ? -1 : 1));
}

/**
 * The first `count` capabilities that differ. Two that name the same task, or that nearly the same tools have, are named once: by the
 * name that more of the found tools have, unless it is that of a wider one. What speaks for either speaks for both.
 */
export function pickDistinct(jobs: readonly RankedJob[], count: number): RankedJob[] {
  const picked: { job: RankedJob; tasks: Set<Task> }[] = [];
  for (const job of jobs) {
    const task = findNamedTask(job.name);
    const same = task === null ? undefined : picked.find(({ tasks }) => tasks.has(task));
    const like = same ?? picked.find((other) => findOverlap(job.tools, other.job.tools) >= sameTools);
    if (like === undefined) {
      if (picked.length < count) picked.push({ job, tasks: new Set(task === null ? [] : [task]) });
      continue;
    }
    if (task !== null) like.tasks.add(task);
    const isCommoner = like.job.tools.length < job.tools.length;
    if (isCommoner && (same !== undefined || like.job.tools.length >= sameTools * job.tools.length)) like.job = { ...job, score: like.job.score };
  }
  return picked.map(({ job }) => job);
}

function findOverlap(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b);
  return a.filter((tool) => other.has(tool)).length / Math.min(a.length, b.length);
}

/** What the capabilities of a tool add to its score: a part of what speaks for the best of them. Null where it shares none. */
export function findShared(claims: readonly { job: string }[], jobs: ReadonlyMap<string, number>): { job: string; weight: number } | null {
  const [best] = claims
    .flatMap(({ job }) => (jobs.has(job) ? [{ job, score: jobs.get(job) ?? 0 }] : []))
    .sort((a, b) => b.score - a.score || (a.job < b.job ? -1 : 1));
  return best === undefined ? null : { job: best.job, weight: Math.round(best.score * sharedWeight * 1e6) / 1e6 };
}
