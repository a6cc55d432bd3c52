import { toolHref } from '../address/href';
import { nameReported, type ParsedReport, parseReported } from '../address/report';
import type { Source } from '../catalog/record';
import { isSignalId, type SignalId } from '../catalog/signals';
import type { StoredFact } from '../catalog/tool';
import { findFacts } from '../db/find-facts';
import { findSources } from '../db/find-sources';
import { makeFormToken } from '../db/form-token';
import { findListings } from '../db/listing';
import { readSnapshot } from '../db/read-snapshot';
import type { SnapshotLine } from './snapshot';

export type ReportPage = {
  snapshot: SnapshotLine;
  tool: { slug: string; name: string };
  reported: ParsedReport;
  /** The signal of the row or the fact; null for a row of ours, such as the rank. */
  signal: SignalId | null;
  fact: StoredFact | null;
  source: Source | null;
  /** Goes back with the form. */
  token: string;
  /** Where the reader came from. */
  back: string;
};

/** The form that reports an error in what the query names; null where it names no tool, or what is not there. */
export async function loadReport(query: URLSearchParams): Promise<ReportPage | null> {
  const parsed = parseReported(query);
  if (parsed.type === 'wrong') return null;
  const asked = parsed.reported;
  const { snapshot, value } = await readSnapshot(async (tx) => {
    const [tool] = await findListings(tx, [asked.tool]);
    const fact = asked.fact === null ? null : ((await findFacts(tx, [asked.fact])).get(asked.fact) ?? null);
    const sources = fact === null ? {} : await findSources(tx, [fact.source]);
    return { tool, fact, source: fact === null ? null : (sources[fact.source] ?? null) };
  });
  const { tool, fact, source } = value;
  if (tool === undefined) return null;
  // A receipt may be older than a database that was filled anew: then the tool and the row are what is reported.
  const reported = { ...asked, fact: fact === null ? null : asked.fact };
  const row = reported.row ?? fact?.signal ?? null;
  return {
    ...{ snapshot, reported, fact, source },
    tool: { slug: tool.slug, name: tool.name },
    signal: row !== null && isSignalId(row) ? row : (fact?.signal ?? null),
    token: makeFormToken(nameReported(reported), Date.now()),
    back: reported.from ?? toolHref(tool.slug),
  };
}
