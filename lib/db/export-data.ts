import { z } from 'zod';
import { getDatabase } from './database';
import { Prisma } from './generated/client';
import { writeRows } from './write-rows';

/** Rises when a line changes its shape; older files stay readable. */
const exportVersion = 1;

const header = z.strictObject({ unfragile: z.literal('export'), version: z.number(), exportedAt: z.iso.datetime() });

const line = z.strictObject({
  table: z.literal('ToolSuggestion'),
  row: z.strictObject({
    id: z.uuid(),
    text: z.string().min(1).max(300),
    createdAt: z.iso.datetime(),
    visitorHash: z.string().nullable(),
    state: z.enum(['open', 'done']),
  }),
});
type Line = z.infer<typeof line>;

/** What cannot be imported again, as JSON lines: a header, then one row a line. */
export async function exportData(): Promise<string[]> {
  const { prisma } = await getDatabase();
  const rows = await prisma.toolSuggestion.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const lines = rows.map((row) => ({ table: 'ToolSuggestion' as const, row: { ...row, createdAt: row.createdAt.toISOString() } }));
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

/** Puts exported rows back, all or none; a row that is there already stays as it is, so restoring twice changes nothing. */
export async function restoreData(text: string): Promise<{ restored: number; known: number }> {
  const [first = '', ...rest] = text.split('\n').filter((each) => each.trim() !== '');
  const { version } = parseLine(header, first, 1);
  if (version > exportVersion)
    throw new WrongExportError(
      `The file is of version ${version}; this program reads up to ${exportVersion}. Restore it with the version that wrote it, or update.`,
    );
  const lines: Line[] = rest.map((each, index) => parseLine(line, each, index + 2));
  const { prisma } = await getDatabase();
  const restored = await prisma.$transaction((tx) =>
    writeRows(
      tx,
      lines.map(({ row }) => row),
      (json) => Prisma.sql`
        INSERT INTO "ToolSuggestion" ("id", "text", "createdAt", "visitorHash", "state")
        SELECT "id", "text", "createdAt", "visitorHash", "state"
        FROM jsonb_to_recordset(${json}) AS r("id" uuid, "text" text, "createdAt" timestamptz, "visitorHash" text, "state" text)
        ON CONFLICT ("id") DO NOTHING`,
    ),
  );
  return { restored, known: lines.length - restored };
}
