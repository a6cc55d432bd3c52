import type { Tool, ToolCapability } from '../catalog/tool';

/** One job that every tool of a comparison does, with the capabilities that do it, tool by tool. */
export type SharedJob = { job: string; does: readonly (readonly ToolCapability[])[] };

export type AlignedCapabilities = {
  shared: readonly SharedJob[];
  /** What each tool does beyond the shared jobs, in the order of the tools. */
  others: readonly (readonly ToolCapability[])[];
};

/**
 * Lines capabilities up by the job they do. One job is one line however finely it is described, so splitting
 * a capability in two never makes a tool look ahead.
 */
export function alignCapabilities(tools: readonly Pick<Tool, 'capabilities'>[]): AlignedCapabilities {
  const jobs = [...new Set(tools[0]?.capabilities.map(({ job }) => job))].filter((job) =>
    tools.every(({ capabilities }) => capabilities.some((each) => each.job === job)),
  );
  return {
    shared: jobs.map((job) => ({ job, does: tools.map(({ capabilities }) => capabilities.filter((each) => each.job === job)) })),
    others: tools.map(({ capabilities }) => capabilities.filter((each) => !jobs.includes(each.job))),
  };
}
