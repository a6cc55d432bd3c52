import { findStartingPrice } from '../catalog/listing';
import { makePeer, type PeerCapability } from '../derive/peer';
import { findSetApart, type SetApartReport } from '../derive/set-apart';
import type { Reading } from './read-snapshot';
import type { RankingRow } from './tool-rows';

type CapabilityRow = PeerCapability & { toolId: string };

/** Holds every active tool against the others of its category. By slug: what sets it apart. */
export async function computeSetApart(tx: Reading, active: readonly RankingRow[]): Promise<Map<string, SetApartReport>> {
  const rows = await tx.$queryRaw<CapabilityRow[]>`
    SELECT c."toolId", c."key", c."jobId" AS "job", c."unique" IS NOT NULL OR jsonb_array_length(c."versus") > 0 AS "spoken", c."derivedFrom"
    FROM "ToolCapability" c WHERE c."withdrawnAt" IS NULL ORDER BY c."toolId", c."position"`;
  const capabilities = new Map<string, PeerCapability[]>();
  for (const { toolId, ...capability } of rows) {
    const own = capabilities.get(toolId);
    if (own === undefined) capabilities.set(toolId, [capability]);
    else own.push(capability);
  }
  return findSetApart(
    active.map((tool) => {
      const price = findStartingPrice(tool);
      return makePeer(tool, capabilities.get(tool.id) ?? [], typeof price?.value === 'string' ? { value: price.value, signal: price.signal } : null);
    }),
  );
}
