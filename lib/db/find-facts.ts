import type { StoredFact } from '../catalog/tool';
import type { Reading } from './read-snapshot';

/** Facts by key, those that were withdrawn too; a key that nothing has is absent. Optional members are left out rather than null. */
export async function findFacts(tx: Reading, keys: readonly string[]): Promise<Map<string, StoredFact>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ fact: StoredFact }[]>`
    SELECT jsonb_strip_nulls(jsonb_build_object(
      'key', f."key", 'signal', f."signal", 'value', f."value", 'notApplicable', f."notApplicable", 'conditions', f."conditions", 'interval', f."interval",
      'asOf', f."asOf", 'source', f."sourceId", 'address', f."address", 'method', f."method", 'note', f."note", 'corrects', f."corrects"
    )) AS "fact" FROM "Fact" f WHERE f."key" = ANY(${[...new Set(keys)]})`;
  return new Map(rows.map(({ fact }) => [fact.key, fact]));
}
