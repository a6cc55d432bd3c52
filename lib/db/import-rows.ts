import { normaliseAlias } from '../catalog/check-references';
import type { ToolRecord } from '../catalog/record';
import type { ToolCapability } from '../catalog/tool';
import { canonicalJson, sha256 } from './canonical-json';
import { getFactKey } from './fact-key';
import { importVersion } from './record-files';

/** What a record becomes in the database: one list of rows a table, named as its columns. */
export function makeRows(record: ToolRecord, idOfSlug: ReadonlyMap<string, string>) {
  const { id, aliases, facts, capabilities, relations, sources: _sources, $schema: _schema, ...tool } = record;
  const related = relations.map(({ type, tool: slug, reason, evidence }, position) => {
    const targetId = idOfSlug.get(slug);
    if (targetId === undefined) throw new Error(`${record.slug} is related to ${slug}, which no record has: the records were not checked`);
    return { toolId: id, type, targetId, position, reason, evidence };
  });
  return {
    tool: {
      id,
      ...tool,
      origin: 'record',
      recordHash: hashRecord(
        record,
        related.map(({ targetId }) => targetId),
      ),
    },
    aliases: aliases.map((text) => ({ alias: normaliseAlias(text), toolId: id, text })),
    facts: facts.map((fact) => {
      const { source, ...rest } = fact;
      return { key: getFactKey(id, fact), toolId: id, sourceId: source, ...rest };
    }),
    capabilities: makeCapabilityRows(id, capabilities),
    relations: related,
  };
}

export type ImportRows = ReturnType<typeof makeRows>;

export function makeCapabilityRows(toolId: string, capabilities: readonly ToolCapability[]) {
  return capabilities.map(({ job, ...rest }, position) => ({ id: `${toolId}:${rest.key}`, toolId, jobId: job, position, ...rest }));
}

/** Equal for equal content: a tool whose hash is the stored one is left alone. Targets count, since a slug may pass to another tool. */
function hashRecord({ $schema: _schema, ...record }: ToolRecord, targets: readonly string[]): string {
  return sha256(canonicalJson({ importVersion, record, targets }));
}

/** 'run-gguf-models' → 'Run gguf models': the name of a capability node until a person gives it a better one. */
export function nameJob(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
