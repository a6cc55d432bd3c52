import type { StoredFact } from '../../lib/catalog/tool';
import { describeFact } from '../../lib/compare/cell';
import { nameSourceChange } from '../../lib/compare/source-changes';
import type { Cause } from '../../lib/compare/tool-change';
import { formatDay } from '../../lib/format/day';
import type { ChangesPage } from '../../lib/pages/load-changes';
import { joinChange, wordAmount, wordCause, wordChange, wordReading } from '../wording/change';

/** Every change of the page as text, by its id: what a feed shows, receipts included. */
export function wordEntries(page: ChangesPage): Map<string, { title: string; content: string }> {
  const nameOf = (slug: string): string => page.tools.find((tool) => tool.slug === slug)?.name ?? slug;
  const receipt = (when: string, fact: StoredFact): string => {
    const source = page.sources[fact.source];
    return `${when}: ${wordAmount(fact)}, ${describeFact(fact)}, ${source?.title ?? fact.source}, ${fact.address ?? source?.address ?? ''}`;
  };
  const listReceipts = (cause: Cause): string[] => {
    if (cause.type !== 'facts') return [];
    return cause.signals.flatMap(({ before, after }) =>
      (
        [
          ['Before', before],
          ['After', after],
        ] as const
      ).flatMap(([when, key]) => {
        const fact = key === null ? undefined : page.facts[key];
        return fact === undefined ? [] : [receipt(when, fact)];
      }),
    );
  };
  const events = page.moments.flatMap(({ at, fromSnapshot, toSnapshot, events }) =>
    events.map((event) => {
      const title = joinChange(wordChange(event, nameOf));
      const causes = event.kind === 'rank' ? event.causes.flatMap((cause) => [`Because: ${wordCause(cause)}.`, ...listReceipts(cause)]) : [];
      const receipts = event.kind === 'price' ? [receipt('Before', event.before), receipt('After', event.after)] : [];
      const snapshots = `Between the snapshots ${fromSnapshot} and ${toSnapshot}, committed on ${formatDay(at.slice(0, 10))}.`;
      return [event.id, { title, content: [...causes, ...receipts, snapshots].join('\n') }] as const;
    }),
  );
  const readings = page.readings.map((reading) => {
    const { slug, before, after } = reading;
    const title = joinChange({ what: `${nameOf(slug)}, ${wordReading(after)}`, was: wordAmount(before), is: wordAmount(after) });
    const content = [
      receipt('Before', before),
      receipt('After', after),
      `By the dates of the source, read on ${formatDay(before.asOf)} and ${formatDay(after.asOf)}.`,
    ];
    return [nameSourceChange(reading), { title, content: content.join('\n') }] as const;
  });
  return new Map([...events, ...readings]);
}
