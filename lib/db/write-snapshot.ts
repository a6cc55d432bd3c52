import type { Kind } from '../catalog/kinds';
import { findFormulaVersion } from '../rank/match-graph';
import { findScoringDay } from '../rank/score';
import { canonicalJson, sha256 } from './canonical-json';
import { computeSetApart } from './distributions';
import { Prisma } from './generated/client';
import { writeColumns } from './make-columns';
import { makeListings } from './make-listings';
import { pruneSnapshots } from './prune-snapshots';
import { readCounted } from './read-outcomes';
import type { Reading } from './read-snapshot';
import { importVersion } from './record-files';
import { readRankingRows } from './tool-rows';
import { recordChanges } from './write-changes';
import { writeJobCounts } from './write-claims';
import { writeDerivedCapabilities } from './write-derived';
import { writeRows } from './write-rows';
import { writeSearch } from './write-search';

/** A hash over all content that pages show, times left out. Records enter by their own hashes, what sources said by its keys. */
async function hashCatalogue(tx: Reading): Promise<string> {
  const tools = await tx.$queryRaw`SELECT "id", "state", "mergedIntoId", "recordHash" FROM "Tool" ORDER BY "id"`;
  const aliases = await tx.$queryRaw`SELECT "alias", "toolId", "text" FROM "ToolAlias" ORDER BY "alias"`;
  const sources = await tx.$queryRaw`SELECT to_jsonb(s) AS "source" FROM "Source" s ORDER BY "id"`;
  const facts = await tx.$queryRaw`
    SELECT "toolId", string_agg("key", ' ' ORDER BY "key") AS "keys" FROM "Fact" WHERE "origin" = 'source' AND "withdrawnAt" IS NULL GROUP BY "toolId" ORDER BY "toolId"`;
  const matches = await tx.$queryRaw<object[]>`SELECT "toolId", "timesMatched", "worked", "failed" FROM "MatchCount" ORDER BY "toolId"`;
  return sha256(canonicalJson({ tools, aliases, sources, ...(matches.length === 0 ? {} : { matches }), facts }));
}

/**
 * What changed since the last snapshot: tools whose facts did, since capabilities follow from facts, and tools that search
 * has to be told anew. Tools that search does not know yet, or that are listed no more, are found without being named.
 */
export type SnapshotChanges = { facts: readonly string[] | 'all'; texts: readonly string[] };

/** `pruned` counts the old snapshots that went. */
export type WrittenSnapshot = { id: string; changed: boolean; pruned: number };

/** Ranks everything as it now stands and makes it the current snapshot; the same content gives the same id and writes no row twice. */
export async function writeSnapshot(tx: Reading, fingerprint: string, { facts, texts }: SnapshotChanges): Promise<WrittenSnapshot> {
  const catalogueHash = await hashCatalogue(tx);
  const counted = await readCounted(tx);
  const formula = findFormulaVersion(counted.size > 0);
  const id = sha256(`${formula}\n${importVersion}\n${catalogueHash}`).slice(0, 16);
  const current = await tx.currentSnapshot.findFirst();
  const changed = current?.snapshotId !== id;
  if (changed) await gatherStatistics(tx, ['Tool', 'ToolAlias', 'Fact']);
  const derived = changed ? await writeDerivedCapabilities(tx, facts) : [];
  if (changed) await writeJobCounts(tx);
  await writeSearch(tx, [...new Set([...texts, ...derived])]);
  const known = await tx.snapshot.findUnique({ where: { id } });
  if (known === null) await rankAndList(tx, { id, formula, catalogueHash, fingerprint }, counted);
  else if (known.fingerprint !== fingerprint) await tx.snapshot.update({ where: { id }, data: { fingerprint } });
  if (!changed) return { id, changed, pruned: 0 };
  await tx.currentSnapshot.upsert({ where: { only: true }, create: { snapshotId: id }, update: { snapshotId: id, since: new Date() } });
  if (current !== null) await recordChanges(tx, current.snapshotId, id);
  const pruned = await pruneSnapshots(tx, id);
  await gatherStatistics(tx, ['Capability', 'ToolCapability', 'Listing', 'MatchTool', 'MatchTerm', 'MatchNameWord', 'MatchPosting', 'MatchCapability']);
  return { id, changed, pruned };
}

/** The planner guesses badly about tables that have just grown, and the embedded database never looks by itself. */
async function gatherStatistics(tx: Reading, tables: readonly string[]): Promise<void> {
  await tx.$executeRaw`ANALYZE ${Prisma.raw(tables.map((table) => `"${table}"`).join(', '))}`;
}

type NewSnapshot = { id: string; formula: string; catalogueHash: string; fingerprint: string };

async function rankAndList(tx: Reading, snapshot: NewSnapshot, counted: ReadonlySet<Kind>): Promise<void> {
  const tools = await readRankingRows(tx);
  const active = tools.filter(({ state }) => state === 'active');
  const asOf = findScoringDay(active);
  if (asOf === null) throw new Error('There is no tool with a measured fact to make a snapshot of.');
  const factCount = active.reduce((count, { facts }) => count + facts.length, 0);
  await tx.snapshot.create({ data: { ...snapshot, asOf: new Date(asOf), toolCount: active.length, factCount } });
  const setApart = await computeSetApart(tx, active);
  await writeRows(
    tx,
    makeListings(tools, asOf, counted).map((listing) => ({ ...listing, claims: setApart.get(listing.slug) ?? null })),
    (json) => Prisma.sql`
      INSERT INTO "Listing" ("snapshotId", "toolId", "slug", "name", "kind", "category", "vendor", "summary", "state", "pricing", "licence", "openWeights", "modalities",
        "total", "low", "high", "coverage", "ranked", "standing", "startingPrice", "startingPriceSignal", "stars", "capabilityCount", "newestFact", "rank", "claims",
        "priceFacts", "capabilityKeys", "timesMatched", "worked", "failed")
      SELECT ${snapshot.id}, r."toolId", "slug", "name", "kind", "category", "vendor", "summary", "state", "pricing", "licence", "openWeights", "modalities",
        "total", "low", "high", "coverage", "ranked", "standing", "startingPrice", "startingPriceSignal", "stars", "capabilityCount", "newestFact", "rank", "claims",
        "priceFacts", "capabilityKeys", coalesce(c."timesMatched", 0), coalesce(c."worked", 0), coalesce(c."failed", 0)
      FROM jsonb_to_recordset(${json}) AS r("toolId" text, "slug" text, "name" text, "kind" text, "category" text, "vendor" text, "summary" text,
        "state" text, "pricing" text, "licence" text, "openWeights" boolean, "modalities" text[], "total" float8, "low" float8, "high" float8, "coverage" float8, "ranked" boolean,
        "standing" int, "startingPrice" numeric, "startingPriceSignal" text, "stars" int, "capabilityCount" int, "newestFact" date, "rank" jsonb, "claims" jsonb, "priceFacts" text[], "capabilityKeys" text[])
      LEFT JOIN "MatchCount" c ON c."toolId" = r."toolId"`,
  );
  await writeColumns(tx, snapshot.id);
}
