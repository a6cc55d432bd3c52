import type { SourceImport } from '../db/write-source';

/** The line that sums up what was written of one file. */
export function describeImport({ matched, created, unmatched, rejected, facts }: SourceImport, { asOf, read }: { asOf: string; read: number }): string {
  return (
    `  data of ${asOf}: ${read} read, ${matched} matched, ${created} tools created, ${unmatched} about tools that are not listed, ${rejected.length} rejected; ` +
    `${facts.added} facts added, ${facts.unchanged} unchanged.`
  );
}
