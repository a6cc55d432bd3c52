import { z } from 'zod';
import { checkReferences } from './check-references';
import { type Fact, record, type Source, source, type ToolRecord } from './record';

/** A file of records as it lies on disk. */
export type RecordFile = {
  /** As it is shown: 'prisma/catalog/model/gpt-5.json'. */
  path: string;
  /** Within its folder: 'model/gpt-5.json', or 'sources.json' for the shared sources. */
  place: string;
  text: string;
};

/** What is wrong, and where: the file, the place in its JSON ('facts[3].value'; empty for the file itself) and the reason. */
export type Issue = { path: string; at: string; reason: string };

/** The key of a fact (lib/db/fact-key.ts): facts with one key say the same, and `corrects` names one. */
export type GetFactKey = (toolId: string, fact: Fact) => string;

/** A parsed value and where it was written. */
export type Written<Value> = { file: RecordFile; value: Value };

export type Catalogue = {
  /** By id. */
  records: readonly ToolRecord[];
  /** By id. Shared: from sources.json, rather than one record's own. */
  sources: readonly (Source & { shared: boolean })[];
};

/** As much of a broken record as others may refer to: they are not to blame for its faults. */
const mentioned = z.object({ slug: z.string().optional().catch(undefined), sources: z.array(z.unknown()).optional().catch(undefined) }).catch({});
const identified = z.object({ id: z.string() });

const sharedPlace = 'sources.json';

/** 'facts[3].value' */
export function formatPlace(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`), '');
}

/** 'prisma/catalog/model/gpt-5.json: facts[3].value: must be a count for stars' */
export function formatIssue({ path, at, reason }: Issue): string {
  return at === '' ? `${path}: ${reason}` : `${path}: ${at}: ${reason}`;
}

function parseJson(file: RecordFile, issues: Issue[]): unknown {
  try {
    return JSON.parse(file.text);
  } catch (error) {
    issues.push({ path: file.path, at: '', reason: `is not JSON: ${error instanceof Error ? error.message : String(error)}` });
    return undefined;
  }
}

function parseAs<Value>(shape: z.ZodType<Value>, file: RecordFile, json: unknown, issues: Issue[]): Value | null {
  const open = new Set(findOpenPlaces(json).map(formatPlace));
  for (const at of open) issues.push({ path: file.path, at, reason: 'is still to be written' });
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const found = parsed.error.issues.map(({ path, message }) => ({ path: file.path, at: formatPlace(path), reason: message }));
  issues.push(...found.filter(({ at }) => !open.has(at)));
  return null;
}

/** Where `npm run record:new` left something to be written. */
function findOpenPlaces(json: unknown, path: readonly PropertyKey[] = []): PropertyKey[][] {
  if (typeof json === 'string') return json.startsWith('TODO') ? [[...path]] : [];
  if (Array.isArray(json)) return json.flatMap((each, index) => findOpenPlaces(each, [...path, index]));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, each]) => findOpenPlaces(each, [...path, key]));
}

/** One folder over another: what comes later replaces what has the same id. */
function overlay<Value>(layers: readonly (readonly Written<Value>[])[], getId: (value: Value) => string): Written<Value>[] {
  const replaced = layers.map((layer, index) => {
    const later = new Set(layers.slice(index + 1).flatMap((each) => each.map(({ value }) => getId(value))));
    return layer.filter(({ value }) => !later.has(getId(value)));
  });
  return replaced.flat();
}

/**
 * Checks folders of record files, the shipped one first and then what lies over it, and reports every issue of
 * every file. The catalogue holds what could be parsed; use it only when there are no issues.
 */
export function checkRecords(folders: readonly (readonly RecordFile[])[], getFactKey: GetFactKey): { catalogue: Catalogue; issues: Issue[] } {
  const issues: Issue[] = [];
  const slugs = new Set<string>();
  const sourceIds = new Set<string>();
  const mention = (json: unknown): void => {
    const { slug, sources } = mentioned.parse(json);
    if (slug !== undefined) slugs.add(slug);
    for (const each of Array.isArray(json) ? json : (sources ?? [])) {
      const parsed = identified.safeParse(each);
      if (parsed.success) sourceIds.add(parsed.data.id);
    }
  };
  const layers = folders.map((files) => {
    const records: Written<ToolRecord>[] = [];
    const sources: Written<Source>[] = [];
    for (const file of files) {
      const json = parseJson(file, issues);
      if (json === undefined) continue;
      mention(json);
      if (file.place === sharedPlace) sources.push(...(parseAs(z.array(source), file, json, issues) ?? []).map((value) => ({ file, value })));
      else {
        const value = parseAs(record, file, json, issues);
        if (value !== null) records.push({ file, value });
      }
    }
    return { records, sources };
  });
  const records = overlay(
    layers.map((layer) => layer.records),
    ({ id }) => id,
  );
  const shared = overlay(
    layers.map((layer) => layer.sources),
    ({ id }) => id,
  );
  issues.push(...checkReferences({ records, shared, slugs, sourceIds, getFactKey }));
  const own = records.flatMap(({ value }) => value.sources.map((each) => ({ ...each, shared: false })));
  const sources = new Map([...own, ...shared.map(({ value }) => ({ ...value, shared: true }))].map((each) => [each.id, each]));
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return { catalogue: { records: records.map(({ value }) => value).sort(byId), sources: [...sources.values()].sort(byId) }, issues };
}
