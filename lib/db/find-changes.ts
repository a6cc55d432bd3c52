import type { RecordedChange } from '../compare/change-log';
import type { Reading } from './read-snapshot';

/** The newest changes that were noted about these tools (slugs, no aliases), newest first, whichever snapshots are still there. */
export function findChanges(tx: Reading, slugs: readonly string[], limit: number): Promise<RecordedChange[]> {
  return tx.$queryRaw<RecordedChange[]>`
    SELECT c."id", t."slug", to_char(c."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "at", c."fromSnapshot", c."toSnapshot", c."changes"
    FROM "ToolChange" c JOIN "Tool" t ON t."id" = c."toolId" WHERE t."slug" = ANY(${[...slugs]}) ORDER BY c."at" DESC, c."id" LIMIT ${limit}::int`;
}

/** The moment since which all of these tools are listed, as ISO time. */
export async function findListedSince(tx: Reading, slugs: readonly string[]): Promise<string> {
  const found = await tx.tool.aggregate({ where: { slug: { in: [...slugs] } }, _max: { createdAt: true } });
  const since = found._max.createdAt;
  if (since === null) throw new Error(`None of ${slugs.join(', ')} is a tool.`);
  return since.toISOString();
}
