import type { Tool } from '../catalog/tool';
import { alignCapabilities } from './align-capabilities';

/** How something is offered, which tools of every job have in common. */
const offers: ReadonlySet<string> = new Set([
  'self-host',
  'self-host-open-weights',
  'choose-among-hosts',
  'remote-mcp-server',
  'local-mcp-server',
  'read-without-changing',
]);

type Doing = Pick<Tool, 'name' | 'capabilities'>;

const withoutOffers = <Given extends Doing>(tool: Given): Given => ({ ...tool, capabilities: tool.capabilities.filter(({ job }) => !offers.has(job)) });

/** True when something is known of what the tool does beyond the category that it was sorted into. */
export function hasTellingJobs(tool: Doing): boolean {
  return withoutOffers(tool).capabilities.some(({ derivedFrom }) => derivedFrom === undefined || derivedFrom.length > 0);
}

/** The jobs that both do, and how many the one with fewer does; how something is offered is no job. */
export function countSharedJobs(a: Doing, b: Doing): { shared: number; of: number } {
  const { all, only } = alignCapabilities([withoutOffers(a), withoutOffers(b)]);
  return { shared: all.length, of: all.length + Math.min(...only.map((jobs) => jobs.length)) };
}
