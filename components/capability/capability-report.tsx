import { matchesHref, searchHref, toolHref } from '../../lib/address/href';
import { formatCount } from '../../lib/format/number';
import type { CapabilityPage, Claim } from '../../lib/pages/page-types';
import { CompareTray } from '../browse/compare-tray.client';
import { CompareTopTwo } from '../page/compare-top-two';
import { PageHead } from '../page/page-head';
import { Prose } from '../page/prose';
import { Section } from '../page/section';
import { EvidenceLinks } from '../receipt/evidence-links';
import { Still } from '../still/still';
import { ToolRow } from '../tool/tool-row';
import { wordMatched } from '../wording/search';

type Props = { page: CapabilityPage };

/** A job, who does it, on what evidence, and for which needs it was confirmed. */
export function CapabilityReport({ page }: Props) {
  const { job, tools } = page;
  return (
    <>
      <Still>
        <PageHead title={job.name}>
          {formatCount(job.tools)} tools listed here do this, the highest UnfragileRank first
          {tools.length < job.tools ? `; the first ${tools.length} are shown` : ''}.
        </PageHead>
        <CompareTopTwo tools={tools.map(({ tool }) => tool)} />
        <h2 className="sr-only">Tools</h2>
        <form action="/compare" method="get" id="capability-tools" className="mt-3">
          <ol className="tool-list far-parts">
            {tools.map(({ tool, claims }) => (
              <ToolRow key={tool.slug} card={tool} pick>
                {claims.map((claim) => (
                  <ClaimText key={claim.key} claim={claim} page={page} slug={tool.slug} name={tool.name} />
                ))}
                <p className="tiny muted mt-1">
                  <a href={matchesHref} className="figures">
                    {wordMatched(tool, page.counted)}
                    <span className="sr-only">: {tool.name}</span>
                  </a>
                </p>
              </ToolRow>
            ))}
          </ol>
          <button type="submit" className="button without-script mt-4">
            Compare the picked tools
          </button>
        </form>
        <Section id="needs" title="Needs it served">
          <Needs page={page} />
        </Section>
      </Still>
      <CompareTray form="capability-tools" />
    </>
  );
}

function ClaimText({ claim, page, slug, name }: { claim: Claim; page: CapabilityPage; slug: string; name: string }) {
  return (
    <div className="hit-capability small">
      <p>
        <a href={`${toolHref(slug)}#capability-${slug}-${claim.key}`}>
          <Prose text={claim.name} />
          <span className="sr-only"> by {name}</span>
        </a>
        <br />
        <Prose text={claim.description} />
      </p>
      {claim.isDerived ? (
        <p className="tiny muted">Derived from its facts; they stand with the capability.</p>
      ) : (
        <EvidenceLinks evidence={claim.evidence} sources={page.sources} />
      )}
    </div>
  );
}

/** Needs that several readers confirmed first; then those that our records say it serves. */
function Needs({ page: { served, servedOnce, tools } }: Props) {
  const recorded = [...new Set(tools.flatMap(({ claims }) => claims.flatMap(({ needs }) => needs)))]
    .filter((need) => served.every(({ text }) => text !== need.toLowerCase()))
    .slice(0, 12);
  return (
    <>
      <p className="section-note">
        {served.length === 0 ? 'No need was confirmed by several readers yet.' : 'Confirmed by readers who searched for them.'}
        {servedOnce > 0 && ` ${servedOnce === 1 ? 'One was' : `${servedOnce} were`} confirmed by a single reader, whose words are not shown.`}
        {recorded.length > 0 && ' Those without a number are from our own records.'}
      </p>
      <ul className="link-list">
        {served.map(({ text, confirmations }) => (
          <li key={text}>
            <a href={searchHref(text)}>
              <span>{text}</span>
              <span>{confirmations} readers</span>
            </a>
          </li>
        ))}
        {recorded.map((need) => (
          <li key={need}>
            <a href={searchHref(need)}>{need}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
