import { changesHref, compareForms, searchHref } from '../../lib/address/href';
import { findGroups } from '../../lib/compare/row';
import type { ComparePage } from '../../lib/pages/page-types';
import { CopyOnClick } from '../page/copy-on-click.client';
import { Section } from '../page/section';
import { SourceList } from '../page/source-list';
import { ReaderView } from '../reader/reader-view';
import { TwinLinks } from '../share/twin-links';
import { Still } from '../still/still';
import { Alternatives } from './alternatives';
import { Answer } from './answer';
import { CapabilityColumns } from './capability-columns';
import { ColumnPicker } from './column-picker';
import { ComparisonHead } from './comparison-head';
import { ComparisonTable } from './comparison-table';
import { HistoryChart } from './history-chart';
import { JumpLinks } from './jump-links';
import { ScoreChart } from './score-chart';
import { ToolsBar } from './tools-bar';

/** What stands below the table. */
const sections = [
  { id: 'history', title: 'Over time' },
  { id: 'capabilities', title: 'Capabilities' },
  { id: 'alternatives', title: 'Alternatives' },
  { id: 'sources', title: 'Sources' },
];

/** A comparison in the order it is read: the answer, the table, what each does, what else there is, what it rests on. */
export function ComparisonReport({ page, siteUrl }: { page: ComparePage; siteUrl: string }) {
  const { comparison, sources, names, alternatives, snapshot, headline } = page;
  const { tools, rows, histories } = comparison;
  const slugs = tools.map((tool) => tool.slug);
  return (
    <>
      <Still>
        <ComparisonHead comparison={comparison} />
        <Answer comparison={comparison} />
      </Still>
      <ReaderView comparison={comparison} sources={sources} />
      <ToolsBar tools={tools} rows={rows} headline={headline} siteUrl={siteUrl} />
      <Still>
        <JumpLinks groups={findGroups(rows)} sections={sections.filter(({ id }) => id !== 'history' || histories.length > 0)} />
        <section aria-label="Side by side" className="cmp-board">
          <ColumnPicker tools={tools} />
          <ComparisonTable comparison={comparison} sources={sources} />
          <ScoreChart comparison={comparison} />
        </section>
        {histories.length > 0 && (
          <Section
            isFar
            id="history"
            title="Over time"
            note="Readings on the days on which sources were read; nothing is drawn in between that nobody measured."
          >
            <div className="charts">
              {histories.map((history) => (
                <HistoryChart key={history.signal} history={history} tools={tools} sources={sources} />
              ))}
            </div>
            <p className="mt-4 small">
              <a href={changesHref(slugs)}>What changed, day by day</a>
            </p>
          </Section>
        )}
        <Section isFar id="capabilities" title="Capabilities" note="Lined up by what they do. A longer list is finer slicing, not a better tool.">
          <CapabilityColumns tools={tools} names={names} sources={sources} />
        </Section>
        <Section isFar id="alternatives" title="Alternatives">
          {alternatives.length > 0 && <Alternatives cards={alternatives} tools={tools} />}
          <p className="mt-4">
            Need something different? <a href={searchHref('', slugs)}>Search the match graph →</a>
          </p>
        </Section>
        <Section isFar id="sources" title="Sources">
          <SourceList sources={sources} snapshot={snapshot} />
          <p className="tiny muted">
            <TwinLinks forms={compareForms(slugs)} />
          </p>
          <p className="tiny muted mt-3">
            <a href={changesHref(slugs)}>What changed</a>: prices, ranks, capabilities and the answer, also as an{' '}
            <a href={changesHref(slugs, 'atom')}>Atom feed</a>.
          </p>
        </Section>
      </Still>
      <CopyOnClick />
    </>
  );
}
