import { changeAnchor, changesHref, methodologyHref } from '../../lib/address/href';
import { signals } from '../../lib/catalog/signals';
import type { StoredFact } from '../../lib/catalog/tool';
import type { ChangeEvent, Moment } from '../../lib/compare/change-log';
import type { Cause } from '../../lib/compare/tool-change';
import { formatDay } from '../../lib/format/day';
import type { ChangesPage } from '../../lib/pages/load-changes';
import { FactReceipt } from '../receipt/fact-receipt';
import { Receipt } from '../receipt/receipt';
import { wordAmount, wordCause, wordChange } from '../wording/change';

type Props = { event: ChangeEvent; moment: Moment; page: ChangesPage };

/** One change between two snapshots: what of, from what to what, why, each with its receipt. */
export function ChangeLine({ event, moment, page }: Props) {
  const { what, was, is } = wordChange(event, (slug) => page.tools.find((tool) => tool.slug === slug)?.name ?? slug);
  const [first] = page.tools;
  const slug = 'slug' in event ? event.slug : (first?.slug ?? '');
  const from = changesHref(page.tools.map((tool) => tool.slug));
  return (
    <li id={changeAnchor(event.id)} className={event.kind === 'verdict' ? 'changes-verdict' : ''}>
      <span>{what}</span>
      {event.kind === 'price' ? (
        <FactChange id={event.id} slug={slug} before={event.before} after={event.after} page={page} />
      ) : (
        <span>
          {was !== null && `${was} → `}
          <Receipt
            id={`receipt-${event.id}`}
            shown={is}
            about={what}
            title={what}
            report={{ tool: slug, row: event.kind === 'capability' ? 'capabilities' : 'rank', from }}
          >
            <Snapshots moment={moment} />
          </Receipt>
        </span>
      )}
      {event.kind === 'rank' && event.causes.map((cause) => <Why key={cause.type} cause={cause} event={event} page={page} />)}
    </li>
  );
}

/** Two facts, the earlier one first, each opening to where it comes from. */
export function FactChange({ id, slug, before, after, page }: { id: string; slug: string; before: StoredFact; after: StoredFact; page: ChangesPage }) {
  return (
    <span>
      <OneFact id={`${id}-was`} slug={slug} fact={before} page={page} /> → <OneFact id={`${id}-is`} slug={slug} fact={after} page={page} />
    </span>
  );
}

function OneFact({ id, slug, fact, page }: { id: string; slug: string; fact: StoredFact; page: ChangesPage }) {
  const { label } = signals[fact.signal];
  const from = changesHref(page.tools.map((tool) => tool.slug));
  const name = page.tools.find((tool) => tool.slug === slug)?.name ?? slug;
  return (
    <Receipt
      id={`receipt-${id}`}
      shown={wordAmount(fact)}
      about={`${label} on ${formatDay(fact.asOf)}, ${name}`}
      title={label}
      report={{ tool: slug, fact: fact.key, from }}
    >
      <FactReceipt fact={fact} sources={page.sources} withValue={false} />
    </Receipt>
  );
}

/** A cause of a moved rank; the facts that moved it open to where they come from. */
function Why({ cause, event, page }: { cause: Cause; event: Extract<ChangeEvent, { kind: 'rank' }>; page: ChangesPage }) {
  if (cause.type !== 'facts') return <span className="small muted changes-why">Because {wordCause(cause)}.</span>;
  return (
    <span className="small muted changes-why">
      Because of other facts:{' '}
      {cause.signals.map(({ signal, before, after }) => (
        <span key={signal} className="changes-fact">
          {signals[signal].label} <KeyedFact id={`${event.id}-${signal}-was`} slug={event.slug} fact={before} page={page} /> →{' '}
          <KeyedFact id={`${event.id}-${signal}-is`} slug={event.slug} fact={after} page={page} />
        </span>
      ))}
    </span>
  );
}

function KeyedFact({ id, slug, fact: key, page }: { id: string; slug: string; fact: string | null; page: ChangesPage }) {
  const fact = key === null ? undefined : page.facts[key];
  return fact === undefined ? 'unknown' : <OneFact id={id} slug={slug} fact={fact} page={page} />;
}

/** Where a change between snapshots comes from: the two snapshots. */
function Snapshots({ moment: { at, fromSnapshot, toSnapshot } }: { moment: Moment }) {
  return (
    <dl className="receipt-list">
      <div>
        <dt>Source</dt>
        <dd>
          Computed from the facts of this catalogue. <a href={methodologyHref}>How</a>
        </dd>
      </div>
      <div>
        <dt>Before</dt>
        <dd>
          Snapshot <code>{fromSnapshot}</code>
        </dd>
      </div>
      <div>
        <dt>After</dt>
        <dd>
          Snapshot <code>{toSnapshot}</code>
        </dd>
      </div>
      <div>
        <dt>Date</dt>
        <dd>{formatDay(at.slice(0, 10))}</dd>
      </div>
    </dl>
  );
}
