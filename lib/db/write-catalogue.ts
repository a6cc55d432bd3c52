import type { Catalogue } from '../catalog/check-records';
import { makeRows } from './import-rows';
import type { Reading } from './read-snapshot';
import { writeCapabilities, writeFacts, writeRelations } from './write-claims';
import { moveReadingDays, type StoredTool, settleOthers, writeAliases, writeSources, writeTools, yieldSlugs } from './write-tools';

export type Changes = { added: number; changed: number; retired: number; unchanged: number };

/** The counts, and the tools that search has to be told anew. */
export type Written = { changes: Changes; texts: string[] };

/** A record wants the slug of a tool that left the records. */
export class SlugTakenError extends Error {
  override name = 'SlugTakenError';
}

/**
 * Brings tools, facts, capabilities, relations and sources to what the records say; a tool whose record did not
 * change is not touched. Nothing is deleted that something was learned about: tools retire, facts and
 * capabilities are withdrawn, and come back when their record says so again.
 */
export async function writeCatalogue(tx: Reading, { records, sources }: Catalogue): Promise<Written> {
  const stored = new Map(
    (await tx.$queryRaw<StoredTool[]>`SELECT "id", "slug", "state", "recordHash" FROM "Tool" WHERE "origin" = 'record'`).map((tool) => [tool.id, tool]),
  );
  const idOfSlug = new Map(records.map(({ id, slug }) => [slug, id]));
  refuseTakenSlugs([...stored.values()], idOfSlug, new Set(records.map(({ id }) => id)));
  await yieldSlugs(tx, new Map(records.map(({ id, slug }) => [slug, id])));
  const all = records.map((record) => makeRows(record, idOfSlug));
  const changed = all.filter(({ tool }) => stored.get(tool.id)?.recordHash !== tool.recordHash || stored.get(tool.id)?.state !== 'active');
  await writeSources(tx, sources);
  await writeTools(tx, changed, stored);
  await writeAliases(tx, changed, stored, idOfSlug);
  await writeFacts(tx, changed);
  await writeCapabilities(
    tx,
    changed.map(({ tool }) => tool.id),
    changed.flatMap(({ capabilities }) => capabilities),
  );
  await writeRelations(tx, changed);
  const retired = await settleOthers(
    tx,
    all.map(({ tool }) => tool.id),
  );
  await moveReadingDays(tx);
  const added = changed.filter(({ tool }) => !stored.has(tool.id)).length;
  return { changes: { added, changed: changed.length - added, retired, unchanged: all.length - changed.length }, texts: changed.map(({ tool }) => tool.id) };
}

function refuseTakenSlugs(stored: readonly StoredTool[], idOfSlug: ReadonlyMap<string, string>, ids: ReadonlySet<string>): void {
  const taken = stored.filter(({ id, slug }) => idOfSlug.has(slug) && idOfSlug.get(slug) !== id && !ids.has(id));
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ id, slug }) =>
      `  the slug "${slug}" belongs to the tool with the id "${id}", which has no record any more: give the new record this id if it is the same tool, else another slug`,
  );
  throw new SlugTakenError(`Some slugs are taken:\n${lines.join('\n')}`);
}
