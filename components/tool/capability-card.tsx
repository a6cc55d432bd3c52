import { toolHref } from '../../lib/address/href';
import type { Capability, Method } from '../../lib/catalog/record';
import type { Sources } from '../../lib/catalog/tool';
import { Prose } from '../page/prose';
import { EvidenceLinks } from '../receipt/evidence-links';
import { explainMethod, wordMethod } from '../wording/method';

type Props = { capability: Capability; slug: string; names: Readonly<Record<string, string>>; sources: Sources; level?: 'h3' | 'h4' };

/** One thing a tool does. Every statement carries its label and the places it rests on. */
export function CapabilityCard({ capability, slug, names, sources, level: Heading = 'h4' }: Props) {
  const { key, name, description, unique, versus } = capability;
  return (
    <article className="capability" id={`capability-${slug}-${key}`}>
      <Heading>
        <Prose text={name} />
      </Heading>
      <p className="capability-says">
        <Prose text={description} />
      </p>
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
