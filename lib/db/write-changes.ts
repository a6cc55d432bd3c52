import type { StoredFact } from '../catalog/tool';
import { findToolChanges, type ToolState } from '../compare/tool-change';
import { sha256 } from './canonical-json';
import { findFacts } from './find-facts';
import { Prisma } from './generated/client';
import type { Reading } from './read-snapshot';
import { writeRows } from './write-rows';

/** Ranks are large: so many tools at a time are in memory. */
const batchSize = 1_000;

type Side = Omit<ToolState, 'prices' | 'capabilities' | 'asOf'> & { priceFacts: string[] | null; capabilityKeys: string[] | null };
type Moved = { toolId: string; before: Side; after: Side };

/** The two snapshots that are held against each other, `b` before `a`: tools that are listed in both. */
const bothSides = (before: string, after: string): Prisma.Sql => Prisma.sql`
  "Listing" b JOIN "Listing" a ON a."toolId" = b."toolId" AND a."snapshotId" = ${after}
  WHERE b."snapshotId" = ${before} AND a."state" = 'active' AND b."state" = 'active'`;

/** As roundPoints prints it. */
const printed = (row: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${row}."ranked", floor(${row}."total" + 0.5), floor(${row}."low" + 0.5), floor(${row}."high" + 0.5), ${row}."kind", ${row}."category")`;

const [a, b] = [Prisma.sql`a`, Prisma.sql`b`];

const side = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`jsonb_build_object('kind', ${row}."kind", 'category', ${row}."category",
  'rank', jsonb_build_object('formula', ${row}."rank"->'formula', 'ranked', ${row}."ranked", 'total', ${row}."total", 'low', ${row}."low", 'high', ${row}."high"),
  'signals', jsonb_path_query_array(${row}."rank", '$.components[*].signals[*]'), 'priceFacts', ${row}."priceFacts", 'capabilityKeys', ${row}."capabilityKeys")`;

/**
 * Notes what the snapshot `after` says of each tool differently than `before`, the one that was in force: snapshots are
 * pruned, what is noted here stays. Most tools do not change, so the database picks those that may have.
 * Returns how many tools did.
 */
export async function recordChanges(tx: Reading, before: string, after: string): Promise<number> {
  const [now] = await tx.$queryRaw<{ at: Date }[]>`SELECT now() AS "at"`;
  const days = new Map((await tx.snapshot.findMany({ where: { id: { in: [before, after] } } })).map(({ id, asOf }) => [id, asOf.toISOString().slice(0, 10)]));
  const [at, was, is] = [now?.at.toISOString(), days.get(before), days.get(after)];
  if (at === undefined || was === undefined || is === undefined) throw new Error(`The snapshots ${before} and ${after} are not both there.`);
  const moved = await tx.$queryRaw<{ toolId: string }[]>`
    SELECT a."toolId" FROM ${bothSides(before, after)} AND (${printed(a)} IS DISTINCT FROM ${printed(b)}
      OR a."priceFacts" IS DISTINCT FROM b."priceFacts" OR a."capabilityKeys" IS DISTINCT FROM b."capabilityKeys") ORDER BY a."toolId"`;
  let written = 0;
  for (let start = 0; start < moved.length; start += batchSize) {
    const ids = moved.slice(start, start + batchSize).map(({ toolId }) => toolId);
    const rows = await tx.$queryRaw<
      Moved[]
    >`SELECT a."toolId", ${side(b)} AS "before", ${side(a)} AS "after" FROM ${bothSides(before, after)} AND a."toolId" = ANY(${ids})`;
    const known = { facts: await findFacts(tx, rows.flatMap(listOtherPrices)), names: await findCapabilityNames(tx, rows.flatMap(listOtherCapabilities)) };
    const changed = rows.flatMap((row) => {
      const changes = findToolChanges(makeState(row, 'before', was, known), makeState(row, 'after', is, known));
      const id = sha256(`${row.toolId}\n${at}\n${before}\n${after}`).slice(0, 32);
      return changes.length === 0 ? [] : [{ id, toolId: row.toolId, at, fromSnapshot: before, toSnapshot: after, changes }];
    });
    written += await writeRows(tx, changed, insertChanges);
  }
  return written;
}

/** What only one of two lists has: the rest did not change, and is not looked up. */
function listOthers(before: readonly string[] | null, after: readonly string[] | null): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...was].filter((key) => !is.has(key)).concat([...is].filter((key) => !was.has(key)));
}

const listOtherPrices = ({ before, after }: Moved): string[] => listOthers(before.priceFacts, after.priceFacts);

const listOtherCapabilities = ({ toolId, before, after }: Moved): string[] =>
  listOthers(before.capabilityKeys, after.capabilityKeys).map((key) => `${toolId}:${key}`);

/** Names of capabilities by id, also of those that are gone. */
async function findCapabilityNames(tx: Reading, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`SELECT "id", "name" FROM "ToolCapability" WHERE "id" = ANY(${[...ids]})`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Known = { facts: ReadonlyMap<string, StoredFact>; names: ReadonlyMap<string, string> };

function makeState(row: Moved, when: 'before' | 'after', asOf: string, { facts, names }: Known): ToolState {
  const { priceFacts, capabilityKeys, ...kept } = row[when];
  const nameOf = (key: string): { key: string; name: string }[] => {
    const name = names.get(`${row.toolId}:${key}`);
    return name === undefined ? [] : [{ key, name }];
  };
  return {
    ...kept,
    asOf,
    prices: priceFacts === null ? null : priceFacts.flatMap((key) => facts.get(key) ?? []),
    capabilities: capabilityKeys === null ? null : capabilityKeys.flatMap(nameOf),
  };
}

/** Rows of what changed, each once; those of a tool that is not there are left out. */
export const insertChanges = (json: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO "ToolChange" ("id", "toolId", "at", "fromSnapshot", "toSnapshot", "changes")
  SELECT r."id", t."id", r."at", r."fromSnapshot", r."toSnapshot", r."changes"
  FROM jsonb_to_recordset(${json}) AS r("id" text, "toolId" text, "at" timestamptz, "fromSnapshot" text, "toSnapshot" text, "changes" jsonb)
  JOIN "Tool" t ON t."id" = r."toolId" ON CONFLICT ("id") DO NOTHING`;
