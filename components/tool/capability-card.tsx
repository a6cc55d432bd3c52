import { capabilityHref, toolHref } from '../../lib/address/href';
import type { Method } from '../../lib/catalog/record';
import type { Sources, ToolCapability } from '../../lib/catalog/tool';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { Prose } from '../page/prose';
import { EvidenceLinks } from '../receipt/evidence-links';
import { FactBasis } from '../receipt/fact-basis';
import { explainMethod, wordMethod } from '../wording/method';
import { wordAlternatives, wordUnique } from '../wording/set-apart';

type Props = {
  capability: ToolCapability;
  tool: RankedTool;
  names: Readonly<Record<string, string>>;
  sources: Sources;
  level?: 'h3' | 'h4';
  sharedBy?: number;
};

/** One thing a tool does. Every statement carries its label and the places it rests on. */
export function CapabilityCard({ capability, tool, names, sources, level: Heading = 'h4', sharedBy = 0 }: Props) {
  const { key, name, description, unique, versus } = capability;
  return (
    <article className="capability" id={`capability-${tool.slug}-${key}`}>
      <Heading>
        <Prose text={name} />
      </Heading>
      <p className="capability-says">
        <Prose text={description} />
      </p>
      {sharedBy > 1 && (
        <p className="small shared-by">
          <a href={capabilityHref(capability.job)}>
            {sharedBy} tools do this<span className="sr-only">: {name}</span>
          </a>
        </p>
      )}
      <DerivedFrom capability={capability} tool={tool} sources={sources} />
      {unique && (
        <p>
          <b>Unique</b> <Prose text={unique.text} /> <MethodLabel method={unique.method} />
        </p>
      )}
      {versus.map((each) => (
        <p key={each.tool}>
          <b>vs alternatives</b> <a href={toolHref(each.tool)}>{names[each.tool] ?? each.tool}</a>: <Prose text={each.text} />{' '}
          <MethodLabel method={each.method} />
        </p>
      ))}
      <ComputedApart capability={capability} tool={tool} sources={sources} />
      <details className="fold">
        <summary>
          <span>
            Inputs, limits, evidence<span className="sr-only"> of {name}</span>
          </span>
        </summary>
        <CapabilityDetails capability={capability} sources={sources} />
      </details>
    </article>
  );
}

/** What a capability that nobody wrote follows from. */
function DerivedFrom({ capability: { key, derivedFrom }, tool, sources }: Pick<Props, 'capability' | 'tool' | 'sources'>) {
  if (derivedFrom === undefined) return null;
  if (derivedFrom.length === 0) return <p className="small muted">From the category that we sorted it into.</p>;
  return (
    <div className="capability-line small muted">
      Derived from its facts:{' '}
      <FactBasis id={`basis-${tool.slug}-${key}`} keys={derivedFrom} facts={tool.facts} about={tool.name} tool={tool.slug} sources={sources} />
    </div>
  );
}

/** What sets it apart by the figures of the catalogue, where nobody wrote it. */
function ComputedApart({ capability: { key, derivedFrom }, tool, sources }: Pick<Props, 'capability' | 'tool' | 'sources'>) {
  const claim = tool.setApart?.claims.find((each) => each.capability === key);
  if (!claim) return null;
  const alternatives = wordAlternatives(claim);
  // Those that the capability itself follows from stand above.
  const parents = claim.parents.filter((each) => !derivedFrom?.includes(each));
  return (
    <>
      <div className="capability-line">
        <b>Unique</b> {wordUnique(claim)} <ComputedLabel />
        {parents.length > 0 && (
          <span className="small muted">
            {' '}
            from <FactBasis id={`apart-${tool.slug}-${key}`} keys={parents} facts={tool.facts} about={tool.name} tool={tool.slug} sources={sources} />
          </span>
        )}
      </div>
      {alternatives !== null && (
        <p>
          <b>vs alternatives</b> {alternatives} <ComputedLabel />
        </p>
      )}
    </>
  );
}

function ComputedLabel() {
  return (
    <span className="label" title="Computed from the figures of the tools listed here, anew with every snapshot.">
      computed
    </span>
  );
}

function MethodLabel({ method }: { method: Method }) {
  return (
    <span className="label" title={explainMethod(method)}>
      {wordMethod(method)}
    </span>
  );
}

function CapabilityDetails({ capability, sources }: Pick<Props, 'capability' | 'sources'>) {
  const { inputs, outputs, limitations, needs, unique, versus } = capability;
  const evidence = [...capability.evidence, ...(unique?.evidence ?? []), ...versus.flatMap((each) => each.evidence)];
  const distinct = evidence.filter((each, index) => evidence.findIndex((other) => other.address === each.address) === index);
  return (
    <dl className="capability-details">
      <List name="Takes" items={inputs} />
      <List name="Gives" items={outputs} />
      <List name="Limits" items={limitations} />
      <List name="Serves needs like" items={needs.map((need) => `“${need}”`)} />
      <dt>Rests on</dt>
      <dd>
        <EvidenceLinks evidence={distinct} sources={sources} />
      </dd>
    </dl>
  );
}

function List({ name, items }: { name: string; items: readonly string[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {items.length === 0 ? (
          <span className="muted">none recorded</span>
        ) : (
          <ul>
            {items.map((item) => (
              <li key={item}>
                <Prose text={item} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
