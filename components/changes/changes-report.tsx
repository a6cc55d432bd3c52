import { changeAnchor, changesHref, compareHref, methodologyHref, toolHref } from '../../lib/address/href';
import type { StoredFact } from '../../lib/catalog/tool';
import { nameSourceChange, type SourceChange } from '../../lib/compare/source-changes';
import { formatDay } from '../../lib/format/day';
import type { ChangesPage } from '../../lib/pages/load-changes';
import { PageHead } from '../page/page-head';
import { Section } from '../page/section';
import { SourceLink } from '../receipt/source-link';
import { Still } from '../still/still';
import { wordReading } from '../wording/change';
import { ChangeLine, FactChange } from './change-line';

type Props = { page: ChangesPage };

/** What changed, in two parts that are never mixed: between our snapshots, and by the dates of the sources. */
export function ChangesReport({ page }: Props) {
  const { tools, moments, readings, since, hasOlder } = page;
  const slugs = tools.map(({ slug }) => slug);
  return (
    <Still>
      <PageHead title={`What changed: ${tools.map(({ name }) => name).join(' vs ')}`}>
        <a href={slugs.length > 1 ? compareHref(slugs) : toolHref(slugs[0] ?? '')}>{slugs.length > 1 ? 'The comparison' : 'The tool'}</a> ·{' '}
        <a href={changesHref(slugs, 'atom')}>Atom feed</a>
      </PageHead>
      <Section
        id="snapshots"
        title="Between snapshots"
        note={
          <>
            What this catalogue said differently from one import to the next. <a href={`${methodologyHref}#snapshot`}>What a snapshot is</a>
          </>
        }
      >
        {moments.length === 0 && (
          <p className="small">
            Nothing has changed since {tools.length > 1 ? 'all of them were listed, on' : 'it was listed, on'} {formatDay(since.slice(0, 10))}.
          </p>
        )}
        {moments.map((moment) => (
          <div key={`${moment.at} ${moment.toSnapshot}`} className="changes-day">
            <h3>
              <time dateTime={moment.at}>{formatDay(moment.at.slice(0, 10))}</time>
            </h3>
            <ul>
              {moment.events.map((event) => (
                <ChangeLine key={event.id} event={event} moment={moment} page={page} />
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <Section
        id="readings"
        title="By the dates of the sources"
        note="Prices and stars of one source that differ from one reading to the next, on the day of the later one. Two sources that disagree are no change."
      >
        {readings.length === 0 && <p className="small">No source was read twice with another result.</p>}
        {groupByDay(readings).map(([day, changes]) => (
          <div key={day} className="changes-day">
            <h3>
              <time dateTime={day}>{formatDay(day)}</time>
            </h3>
            <ul>
              {changes.map((change) => (
                <ReadingLine key={nameSourceChange(change)} change={change} page={page} />
              ))}
            </ul>
          </div>
        ))}
        {hasOlder && <p className="tiny muted">Older changes are kept, and not shown here.</p>}
      </Section>
    </Still>
  );
}

function ReadingLine({ change, page }: Props & { change: SourceChange }) {
  const { slug, before, after } = change;
  const id = nameSourceChange(change);
  const name = page.tools.find((tool) => tool.slug === slug)?.name ?? slug;
  return (
    <li id={changeAnchor(id)}>
      <span>
        {name}, {wordReading(after)}
      </span>
      <FactChange id={id} slug={slug} before={before} after={after} page={page} />
      <span className="tiny muted">
        <SourceLink id={after.source} sources={page.sources} />, read on {sayDays(before, after)}
      </span>
    </li>
  );
}

const sayDays = (before: StoredFact, after: StoredFact): string => `${formatDay(before.asOf)} and ${formatDay(after.asOf)}`;

function groupByDay(changes: readonly SourceChange[]): [string, SourceChange[]][] {
  const days = new Map<string, SourceChange[]>();
  for (const change of changes) days.set(change.after.asOf, [...(days.get(change.after.asOf) ?? []), change]);
  return [...days];
}
