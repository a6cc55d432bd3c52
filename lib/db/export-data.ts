import { z } from 'zod';
import { reportReasons } from '../catalog/report-reasons';
import { getDatabase } from './database';
import { changeLines, readChangeLog, restoreFacts } from './export-changes';
import { Prisma } from './generated/client';
import { importTimeout } from './import-catalog';
import { learnFromLog } from './learn';
import type { Reading } from './read-snapshot';
import { insertChanges } from './write-changes';
import { writeRows } from './write-rows';

/** Rises when a line changes its shape or a table comes; older files stay readable. */
const exportVersion = 3;

const header = z.strictObject({ unfragile: z.literal('export'), version: z.number(), exportedAt: z.iso.datetime() });

const time = z.iso.datetime();
const text = z.string();

const line = z.discriminatedUnion('table', [
  z.strictObject({
    table: z.literal('ToolSuggestion'),
    row: z.strictObject({ id: z.uuid(), text: text.min(1).max(300), createdAt: time, visitorHash: text.nullable(), state: z.enum(['open', 'done']) }),
  }),
  z.strictObject({ table: z.literal('Need'), row: z.strictObject({ id: text, text }) }),
  z.strictObject({
    table: z.literal('Search'),
    row: z.strictObject({
      id: z.uuid(),
      needId: text,
      at: time,
      surface: text,
      filters: z.record(text, z.unknown()),
      fits: z.boolean(),
      visitorHash: text.nullable(),
    }),
  }),
  z.strictObject({ table: z.literal('Match'), row: z.strictObject({ searchId: z.uuid(), toolId: text, capabilityId: text.nullable(), position: z.int() }) }),
  z.strictObject({
    table: z.literal('Outcome'),
    row: z.strictObject({
      id: z.uuid(),
      searchId: z.uuid(),
      toolId: text,
      worked: z.boolean(),
      note: text.nullable(),
      at: time,
      visitorHash: text.nullable(),
      withdrawnAt: time.nullable(),
      withdrawnBecause: text.nullable(),
    }),
  }),
  z.strictObject({
    table: z.literal('MatchCount'),
    row: z.strictObject({ toolId: text, timesMatched: z.int(), worked: z.int(), failed: z.int(), until: time, purgedMatched: z.int() }),
  }),
  z.strictObject({
    table: z.literal('ErrorReport'),
    row: z.strictObject({
      id: z.uuid(),
      toolId: text,
      factKey: text.nullable(),
      row: text.nullable(),
      page: text.nullable(),
      reason: z.enum(reportReasons),
      note: text.max(300).nullable(),
      createdAt: time,
      visitorHash: text.nullable(),
      resolvedAt: time.nullable(),
      resolution: text.nullable(),
    }),
  }),
  ...changeLines,
]);
type Line = z.infer<typeof line>;
type Table = Line['table'];

/**
 * How each table is restored, in an order that keeps references whole. What was said about a tool that is not in the
 * catalogue is left out. What was learned is no table here: it follows from the log, to the same bytes.
 */
const restoring: readonly { table: Table; statement: (json: Prisma.Sql) => Prisma.Sql }[] = [
  {
    table: 'ToolSuggestion',
    statement: (json) => Prisma.sql`
      INSERT INTO "ToolSuggestion" ("id", "text", "createdAt", "visitorHash", "state") SELECT "id", "text", "createdAt", "visitorHash", "state"
      FROM jsonb_to_recordset(${json}) AS r("id" uuid, "text" text, "createdAt" timestamptz, "visitorHash" text, "state" text) ON CONFLICT ("id") DO NOTHING`,
  },
  {
    table: 'Need',
    statement: (json) => Prisma.sql`
      INSERT INTO "Need" ("id", "text") SELECT "id", "text" FROM jsonb_to_recordset(${json}) AS r("id" text, "text" text) ON CONFLICT ("id") DO NOTHING`,
  },
  {
    table: 'Search',
    statement: (json) => Prisma.sql`
      INSERT INTO "Search" ("id", "needId", "at", "surface", "filters", "fits", "visitorHash") SELECT "id", "needId", "at", "surface", "filters", "fits", "visitorHash"
      FROM jsonb_to_recordset(${json}) AS r("id" uuid, "needId" text, "at" timestamptz, "surface" text, "filters" jsonb, "fits" boolean, "visitorHash" text)
      ON CONFLICT ("id") DO NOTHING`,
  },
  {
    table: 'Match',
    statement: (json) => Prisma.sql`
      INSERT INTO "Match" ("searchId", "toolId", "capabilityId", "position") SELECT r."searchId", r."toolId", r."capabilityId", r."position"
      FROM jsonb_to_recordset(${json}) AS r("searchId" uuid, "toolId" text, "capabilityId" text, "position" int) JOIN "Tool" t ON t."id" = r."toolId"
      ON CONFLICT ("searchId", "toolId") DO NOTHING`,
  },
  {
    table: 'Outcome',
    statement: (json) => Prisma.sql`
      INSERT INTO "Outcome" ("id", "searchId", "toolId", "worked", "note", "at", "visitorHash", "withdrawnAt", "withdrawnBecause")
      SELECT r."id", r."searchId", r."toolId", r."worked", r."note", r."at", r."visitorHash", r."withdrawnAt", r."withdrawnBecause"
      FROM jsonb_to_recordset(${json}) AS r("id" uuid, "searchId" uuid, "toolId" text, "worked" boolean, "note" text, "at" timestamptz, "visitorHash" text,
        "withdrawnAt" timestamptz, "withdrawnBecause" text) JOIN "Match" m ON m."searchId" = r."searchId" AND m."toolId" = r."toolId" ON CONFLICT DO NOTHING`,
  },
  {
    table: 'MatchCount',
    statement: (json) => Prisma.sql`
      INSERT INTO "MatchCount" ("toolId", "timesMatched", "worked", "failed", "until", "purgedMatched")
      SELECT r."toolId", r."timesMatched", r."worked", r."failed", r."until", r."purgedMatched"
      FROM jsonb_to_recordset(${json}) AS r("toolId" text, "timesMatched" int, "worked" int, "failed" int, "until" date, "purgedMatched" int)
      JOIN "Tool" t ON t."id" = r."toolId" ON CONFLICT ("toolId") DO NOTHING`,
  },
  {
    table: 'ErrorReport',
    statement: (json) => Prisma.sql`
      INSERT INTO "ErrorReport" ("id", "toolId", "factKey", "row", "page", "reason", "note", "createdAt", "visitorHash", "resolvedAt", "resolution")
      SELECT r."id", r."toolId", r."factKey", r."row", r."page", r."reason", r."note", r."createdAt", r."visitorHash", r."resolvedAt", r."resolution"
      FROM jsonb_to_recordset(${json}) AS r("id" uuid, "toolId" text, "factKey" text, "row" text, "page" text, "reason" text, "note" text, "createdAt" timestamptz,
        "visitorHash" text, "resolvedAt" timestamptz, "resolution" text) JOIN "Tool" t ON t."id" = r."toolId" ON CONFLICT ("id") DO NOTHING`,
  },
  { table: 'Fact', statement: restoreFacts },
  { table: 'ToolChange', statement: insertChanges },
];

/** What cannot be imported again, as JSON lines: a header, then one row a line. */
export async function exportData(): Promise<string[]> {
  const { prisma } = await getDatabase();
  const tables = await prisma.$transaction(
    async (tx): Promise<[Table, readonly object[]][]> => [
      ['ToolSuggestion', await tx.toolSuggestion.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })],
      ['Need', await tx.need.findMany({ orderBy: { id: 'asc' } })],
      ['Search', await tx.search.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })],
      ['Match', await tx.match.findMany({ orderBy: [{ searchId: 'asc' }, { position: 'asc' }, { toolId: 'asc' }] })],
      ['Outcome', await tx.outcome.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })],
      ['MatchCount', await tx.matchCount.findMany({ orderBy: { toolId: 'asc' } })],
      ['ErrorReport', await tx.errorReport.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })],
      ...(await readChangeLog(tx)),
    ],
    { isolationLevel: 'RepeatableRead', timeout: importTimeout },
  );
  const lines = tables.flatMap(([table, rows]) => rows.map((row) => ({ table, row })));
  return [{ unfragile: 'export', version: exportVersion, exportedAt: new Date().toISOString() }, ...lines].map((each) => JSON.stringify(each));
}

/** The file is not one of ours, or broken; the message names the line. */
export class WrongExportError extends Error {
  override name = 'WrongExportError';
}

function parseLine<Value>(shape: z.ZodType<Value>, text: string, number: number): Value {
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : 'it is not JSON';
    throw new WrongExportError(`Line ${number} cannot be restored: ${reason}. Nothing was restored.`, { cause: error });
  }
}

/**
 * Puts exported rows back, all or none, and learns from them; a row that is there already stays as it is, so restoring
 * twice changes nothing. `unlisted` counts rows about tools that the catalogue lacks: they are left out.
 */
export async function restoreData(file: string): Promise<{ restored: number; known: number; unlisted: number }> {
  const [first = '', ...rest] = file.split('\n').filter((each) => each.trim() !== '');
  const { version } = parseLine(header, first, 1);
  if (version > exportVersion)
    throw new WrongExportError(
      `The file is of version ${version}; this program reads up to ${exportVersion}. Restore it with the version that wrote it, or update.`,
    );
  const lines: Line[] = rest.map((each, index) => parseLine(line, each, index + 2));
  const database = await getDatabase();
  const restored = await database.prisma.$transaction((tx) => writeLines(tx, lines), { timeout: importTimeout });
  if (restored > 0) await learnFromLog(database);
  const unlisted = await countUnlisted(database.prisma, lines);
  return { restored, known: lines.length - restored - unlisted, unlisted };
}

async function countUnlisted(tx: Reading, lines: readonly Line[]): Promise<number> {
  const toolIds = lines.flatMap(({ row }) => ('toolId' in row ? [row.toolId] : []));
  const listed = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Tool" WHERE "id" = ANY(${[...new Set(toolIds)]})`;
  const known = new Set(listed.map(({ id }) => id));
  return toolIds.filter((id) => !known.has(id)).length;
}

async function writeLines(tx: Reading, lines: readonly Line[]): Promise<number> {
  let written = 0;
  for (const { table, statement } of restoring) {
    const rows = lines.filter((each) => each.table === table).map(({ row }) => row);
    written += await writeRows(tx, rows, statement);
  }
  return written;
}
