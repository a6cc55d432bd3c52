import type { Sources, StoredFact } from '../catalog/tool';
import { listFactKeys, type Moment, makeMoments } from '../compare/change-log';
import { relateSet } from '../compare/relation';
import { findSourceChanges, type SourceChange } from '../compare/source-changes';
import { findChanges, findListedSince } from '../db/find-changes';
import { findFacts } from '../db/find-facts';
import { findSources } from '../db/find-sources';
import { findTools } from '../db/find-tools';
import { readSnapshot } from '../db/read-snapshot';

/** Read from the log at most, one for each tool that a snapshot changed; and readings of sources shown. */
const [logRead, readingsShown] = [400, 100];

/** What changed about one to four tools. It holds nothing of the snapshot that it was read at: while nothing changes, neither does the page. */
export type ChangesPage = {
  tools: readonly { slug: string; name: string }[];
  /** The moment since which all of them are listed, an ISO time. */
  since: string;
  /** Between snapshots, newest first. */
  moments: readonly Moment[];
  /** Between readings of one source, by its own dates, newest first; those that a moment holds already are left out. */
  readings: readonly SourceChange[];
  /** Older ones are kept, and not shown. */
  hasOlder: boolean;
  /** Every fact that something above rests on, by key. */
  facts: Readonly<Record<string, StoredFact>>;
  sources: Sources;
};

/** The log of these tools by their slugs; null when one of them is not there. */
export async function loadChanges(slugs: readonly string[]): Promise<ChangesPage | null> {
  const { value } = await readSnapshot(async (tx) => {
    const found = (await findTools(tx, slugs)).flatMap(({ tool }) => (tool === null ? [] : [tool]));
    if (found.length < slugs.length || found.length === 0) return null;
    const recorded = await findChanges(tx, slugs, logRead);
    const facts = await findFacts(tx, listFactKeys(recorded));
    const moments = makeMoments(found, relateSet(found).type, recorded, facts);
    const readings = withoutRecorded(findSourceChanges(found), moments);
    const shown = readings.slice(0, readingsShown);
    for (const fact of shown.flatMap(({ before, after }) => [before, after])) facts.set(fact.key, fact);
    return {
      tools: found.map(({ slug, name }) => ({ slug, name })),
      since: await findListedSince(tx, slugs),
      moments,
      readings: shown,
      hasOlder: recorded.length === logRead || readings.length > readingsShown,
      facts: Object.fromEntries(facts),
      sources: await findSources(
        tx,
        [...facts.values()].map(({ source }) => source),
      ),
    };
  });
  return value;
}

function withoutRecorded(readings: readonly SourceChange[], moments: readonly Moment[]): SourceChange[] {
  const recorded = new Set(
    moments.flatMap(({ events }) => events.flatMap((event) => (event.kind === 'price' ? [`${event.before.key} ${event.after.key}`] : []))),
  );
  return readings.filter(({ before, after }) => !recorded.has(`${before.key} ${after.key}`));
}
