import { alignmentHref, toolHref } from '../../lib/address/href';
import type { Sources, ToolCapability } from '../../lib/catalog/tool';
import { type AlignedJob, alignCapabilities } from '../../lib/compare/align-capabilities';
import { describeOrigin } from '../../lib/compare/capability-origin';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { CapabilityCard } from '../tool/capability-card';
import { wordAll, wordSignals, wordStrength } from '../wording/alignment';
import { columnClass } from './tool-of';

type Props = { tools: readonly RankedTool[]; names: Readonly<Record<string, string>>; sources: Sources };

/** Jobs of one tool that stand open; the rest opens in place. */
const open = 8;

export const capabilitiesAnchor = (slug: string): string => `capabilities-${slug}`;

/** What each tool does, in one list: first what all of them do, then what some do, then what one alone does. */
export function CapabilityColumns({ tools, names, sources }: Props) {
  const { all, some, only } = alignCapabilities(tools);
  const isOpen = new Set([...all, ...some].slice(0, open));
  const shared = (jobs: readonly AlignedJob[]) => <SharedJobs jobs={jobs} isOpen={isOpen} tools={tools} names={names} sources={sources} />;
  const countOpen = (index: number): number => [...isOpen].filter(({ does }) => (does[index]?.length ?? 0) > 0).length;
  return (
    <div className="caps" data-count={tools.length}>
      <div className="caps-row">
        {tools.map((tool, index) => (
          <div key={tool.slug} id={capabilitiesAnchor(tool.slug)} className={`caps-head ${columnClass(index)}`}>
            <h3>
              <a href={toolHref(tool.slug)}>{tool.name}</a>
            </h3>
            <p className="tiny muted">
              {tool.capabilities.length} decomposed, {describeOrigin(tool)}
            </p>
          </div>
        ))}
      </div>
      <h3 className="caps-title">{wordAll(tools.length, all.length > 0)}</h3>
      {shared(all)}
      {some.length > 0 && <h3 className="caps-title">Some do it</h3>}
      {shared(some)}
      <h3 className="caps-title">Only one does it</h3>
      <div className="caps-row">
        {tools.map((tool, index) => (
          <OwnJobs key={tool.slug} tool={tool} jobs={only[index] ?? []} shown={open - countOpen(index)} index={index} names={names} sources={sources} />
        ))}
      </div>
    </div>
  );
}

function SharedJobs({ jobs, isOpen, ...props }: Props & { jobs: readonly AlignedJob[]; isOpen: ReadonlySet<AlignedJob> }) {
  const row = (job: AlignedJob) => <SharedJob key={job.does.flat()[0]?.key} job={job} {...props} />;
  const rest = jobs.filter((job) => !isOpen.has(job));
  return (
    <>
      {jobs.filter((job) => isOpen.has(job)).map(row)}
      {rest.length > 0 && (
        <details className="fold caps-more">
          <summary>
            +{rest.length} more {rest.length === 1 ? 'job' : 'jobs'}
            <span className="sr-only"> that {props.tools.length === 2 ? 'both do' : 'several do'}</span>
          </summary>
          {rest.map(row)}
        </details>
      )}
    </>
  );
}

function SharedJob({ job, tools, names, sources }: Props & { job: AlignedJob }) {
  return (
    <div className="caps-job far">
      <p className="caps-match">
        <a href={alignmentHref}>{wordStrength(job)}</a>: {wordSignals(job)}.
      </p>
      <div className="caps-row">
        {tools.map((tool, index) => {
          const own = job.does[index] ?? [];
          return (
            <div key={tool.slug} className={columnClass(index)}>
              <p className="caps-tool">{tool.name}</p>
              {own.length === 0 && <p className="muted small">Not among what {tool.name} is described to do.</p>}
              {own.map((capability) => (
                <CapabilityCard key={capability.key} capability={capability} tool={tool} names={names} sources={sources} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type OwnProps = Omit<Props, 'tools'> & { tool: RankedTool; jobs: readonly AlignedJob[]; shown: number; index: number };

function OwnJobs({ tool, jobs, shown, index, names, sources }: OwnProps) {
  const card = (capability: ToolCapability) => <CapabilityCard key={capability.key} capability={capability} tool={tool} names={names} sources={sources} />;
  const listOf = (some: readonly AlignedJob[]): readonly ToolCapability[] => some.flatMap(({ does }) => does[index] ?? []);
  const rest = listOf(jobs.slice(Math.max(0, shown)));
  return (
    <div className={columnClass(index)}>
      <p className="caps-tool caps-only">Only {tool.name}</p>
      {jobs.length === 0 && <p className="muted small">Nothing that the others do not do.</p>}
      {listOf(jobs.slice(0, Math.max(0, shown))).map(card)}
      {rest.length > 0 && (
        <details className="fold caps-more">
          <summary>
            +{rest.length} more {rest.length === 1 ? 'capability' : 'capabilities'}
            <span className="sr-only"> of {tool.name}</span>
          </summary>
          {rest.map(card)}
        </details>
      )}
    </div>
  );
}
