import type { Metadata } from 'next';
import { ComponentTables } from '@/components/methodology/component-tables';
import { Rules } from '@/components/methodology/rules';
import { SignalTables } from '@/components/methodology/signal-tables';
import { PageHead } from '@/components/page/page-head';
import { Section } from '@/components/page/section';
import { Shell } from '@/components/shell/shell';
import { Still } from '@/components/still/still';
import { methodologyHref, sourcesHref } from '@/lib/address/href';
import { formatDay } from '@/lib/format/day';
import { formatCount } from '@/lib/format/number';
import { loadMethodology } from '@/lib/pages/load-methodology';

export const metadata: Metadata = {
  title: 'Methodology',
  description: 'How UnfragileRank is computed: the weights of each kind with their reasons, every signal with its anchors, and what becomes of the unknown.',
  alternates: { canonical: methodologyHref },
};

export default async function MethodologyPage() {
  const { snapshot, counted } = await loadMethodology();
  return (
    <Shell snapshot={snapshot}>
      <Still>
        <PageHead title="Methodology">
          This page is rendered from the tables that the code computes with, so it cannot say anything else than what is done.
        </PageHead>
        <Section id="snapshot" title="What you are looking at">
          <dl className="tool-head-facts">
            <div>
              <dt>Formula</dt>
              <dd>{snapshot.formula}</dd>
            </div>
            <div>
              <dt>Snapshot</dt>
              <dd>
                <code>{snapshot.id}</code>
              </dd>
            </div>
            <div>
              <dt>Data as of</dt>
              <dd>{formatDay(snapshot.asOf)}: the newest fact, and “today” for every score</dd>
            </div>
            <div>
              <dt>Holds</dt>
              <dd>
                <span>
                  {formatCount(snapshot.factCount)} facts about {formatCount(snapshot.toolCount)} tools, <a href={sourcesHref}>each with a source</a>
                </span>
              </dd>
            </div>
          </dl>
        </Section>
        <Rules counted={counted} />
        <ComponentTables counted={counted} />
        <SignalTables />
      </Still>
    </Shell>
  );
}
