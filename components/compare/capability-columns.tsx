import { toolHref } from '../../lib/address/href';
import type { Sources, ToolCapability } from '../../lib/catalog/tool';
import { alignCapabilities, type SharedJob } from '../../lib/compare/align-capabilities';
import { describeOrigin } from '../../lib/compare/capability-origin';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { CapabilityCard } from '../tool/capability-card';
import { columnClass } from './tool-of';

type Props = { tools: readonly RankedTool[]; names: Readonly<Record<string, string>>; sources: Sources };

/** Capabilities of one tool that stand open; the rest opens in place. */
const open = 8;

export const capabilitiesAnchor = (slug: string): string => `capabilities-${slug}`;

/** What each tool does, side by side: first the jobs that all of them do, then what each does beyond them. */
export function CapabilityColumns({ tools, names, sources }: Props) {
  const { shared, others } = alignCapabilities(tools);
  const all = tools.length === 2 ? 'both' : `all ${tools.length}`;
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
      <h3 className="caps-title">{shared.length === 0 ? `No job that ${all} do` : `Done by ${all}`}</h3>
      {shared.map((job) => (
        <SharedRow key={job.job} job={job} tools={tools} names={names} sources={sources} />
      ))}
      <h3 className="caps-title">{shared.length === 0 ? 'What each does' : 'Beyond that'}</h3>
      <div className="caps-row">
        {tools.map((tool, index) => (
          <Others
            key={tool.slug}
            tool={tool}
            capabilities={others[index] ?? []}
            shown={Math.max(0, open - countOf(shared, index))}
            index={index}
            names={names}
            sources={sources}
          />
        ))}
      </div>
    </div>
  );
}

const countOf = (shared: readonly SharedJob[], index: number): number => shared.reduce((count, { does }) => count + (does[index]?.length ?? 0), 0);

function SharedRow({ job, tools, names, sources }: Props & { job: SharedJob }) {
  return (
    <div className="caps-row">
      {tools.map((tool, index) => (
        <div key={tool.slug} className={columnClass(index)}>
          <p className="caps-tool">{tool.name}</p>
          {job.does[index]?.map((capability) => (
            <CapabilityCard key={capability.key} capability={capability} tool={tool} names={names} sources={sources} />
          ))}
        </div>
      ))}
    </div>
  );
}

type OthersProps = Omit<Props, 'tools'> & { tool: RankedTool; capabilities: readonly ToolCapability[]; shown: number; index: number };

function Others({ tool, capabilities, shown, index, names, sources }: OthersProps) {
  const card = (capability: ToolCapability) => <CapabilityCard key={capability.key} capability={capability} tool={tool} names={names} sources={sources} />;
  const rest = capabilities.slice(shown);
  return (
    <div className={columnClass(index)}>
      <p className="caps-tool">{tool.name}</p>
      {capabilities.length === 0 && <p className="muted small">Nothing beyond the shared jobs.</p>}
      {capabilities.slice(0, shown).map(card)}
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
