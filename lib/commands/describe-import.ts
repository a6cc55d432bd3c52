import type { SourceImport } from '../db/import-source';

/** The line that sums up an import of a source. */
export function describeImport(
  { matched, created, unmatched, rejected, facts, snapshot }: SourceImport,
  { asOf, read, took }: { asOf: string; read: number; took: string },
): string {
  return (
    `  data of ${asOf}: ${read} read, ${matched} matched, ${created} tools created, ${unmatched} about tools that are not listed, ${rejected.length} rejected; ` +
    `${facts.added} facts added, ${facts.unchanged} unchanged. Snapshot ${snapshot}, in ${took}.`
  );
}
