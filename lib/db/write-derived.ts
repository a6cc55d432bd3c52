import { deriveCapabilities } from '../derive/derive-capabilities';
import { canonicalJson } from './canonical-json';
import { Prisma } from './generated/client';
import { makeCapabilityRows } from './import-rows';
import type { Reading } from './read-snapshot';
import { readToolRows } from './tool-rows';
import { writeCapabilities } from './write-claims';

/** Whole tools are large: so many at a time are in memory. */
const batchSize = 1_000;

/** Active tools of which nobody wrote a capability. */
const unwritten = Prisma.sql`
  t."state" = 'active' AND NOT EXISTS (
    SELECT 1 FROM "ToolCapability" c WHERE c."toolId" = t."id" AND c."withdrawnAt" IS NULL AND c."derivedFrom" IS NULL)`;

/**
 * Brings the derived capabilities of these tools, where nobody wrote any, to what follows from their facts now, whichever
 * import brought them. Tools of which nothing changed are not written; the others are returned, for search to be told.
 */
export async function writeDerivedCapabilities(tx: Reading, which: readonly string[] | 'all'): Promise<string[]> {
  const sources = await tx.source.findMany({ select: { id: true, address: true } });
  const addresses = new Map(sources.map(({ id, address }) => [id, address]));
  const among = which === 'all' ? Prisma.sql`true` : Prisma.sql`t."id" = ANY(${[...which]})`;
  const written: string[] = [];
  const ids = (await tx.$queryRaw<{ id: string }[]>`SELECT t."id" FROM "Tool" t WHERE ${unwritten} AND ${among} ORDER BY t."id"`).map(({ id }) => id);
  for (let start = 0; start < ids.length; start += batchSize) {
    const tools = await readToolRows(tx, Prisma.sql`t."id" = ANY(${ids.slice(start, start + batchSize)})`);
    const changed = tools.flatMap((tool) => {
      const derived = deriveCapabilities(tool, (source) => addresses.get(source));
      return canonicalJson(derived) === canonicalJson(tool.capabilities) ? [] : [{ id: tool.id, derived }];
    });
    if (changed.length === 0) continue;
    const changedIds = changed.map(({ id }) => id);
    await writeCapabilities(
      tx,
      changedIds,
      changed.flatMap(({ id, derived }) => makeCapabilityRows(id, derived)),
    );
    written.push(...changedIds);
  }
  return written;
}
