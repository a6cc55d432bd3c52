import { findCategory } from '../catalog/categories';
import { normaliseAlias } from '../catalog/check-references';
import type { NewTool, ParsedSource, Rejection } from '../catalog/entry';
import { type Joined, joinFiles } from '../catalog/join-entries';
import { type Kind, kindNames } from '../catalog/kinds';
import { type Fact, fact as factShape } from '../catalog/record';
import { appliesTo, isSignalId } from '../catalog/signals';
import { canonicalJson, sha256 } from './canonical-json';
import { getFactKey } from './fact-key';
import type { ImportRows } from './import-rows';
import type { Reading } from './read-snapshot';
import { insertFacts } from './write-claims';
import { insertAliases, writeTools } from './write-tools';

/** What an import of a source's file did. Every row of the file is in exactly one of the first four counts. */
export type SourceImport = {
  matched: number;
  created: number;
  /** Rows about tools that are not listed, from which none can be made. */
  unmatched: number;
  rejected: readonly Rejection[];
  facts: { added: number; unchanged: number };
};

/** A file that was read; `sourceId` is a source of sources.json. */
export type SourceReading = { sourceId: string; parsed: ParsedSource };

type Target = { kind: Kind; category: string };
type Claim = { toolId: string; fact: Fact };

/** Every name in use with the tool it leads to, following merges; what is taken as a slug; and what facts may be about. */
type Names = { known: Map<string, string>; taken: Set<string>; targets: Map<string, Target> };

/** Tools of which facts are new: what follows from them may be too. And tools with new names, which search has to know. */
export type Changed = { facts: Set<string>; texts: Set<string> };

/** Writes files of sources: the tools and names of all, then the facts of one after another. Returns which tools may be told differently now. */
export async function writeReadings<Read extends SourceReading>(
  tx: Reading,
  readings: readonly Read[],
  report: (imported: SourceImport, reading: Read) => void,
): Promise<Changed> {
  const { known, taken, targets } = await readNames(tx);
  const joined = joinFiles(
    readings.map(({ parsed }) => parsed.entries),
    known,
    taken,
  );
  const created = joined.flatMap((file) => file.created);
  const named = joined.flatMap((file) => listNewNames(file, known));
  for (const { toolId, tool } of created) targets.set(toolId, tool);
  await writeTools(tx, created.map(makeTool), new Map());
  await insertAliases(tx, named);
  const changes: Changed = { facts: new Set(created.map(({ toolId }) => toolId)), texts: new Set([...created, ...named].map(({ toolId }) => toolId)) };
  for (const [index, reading] of readings.entries()) {
    const file = joined[index];
    if (file) report(await writeFactsOf(tx, reading, file, { targets, changes }), reading);
  }
  return changes;
}

async function writeFactsOf(
  tx: Reading,
  { parsed }: SourceReading,
  joined: Joined,
  { targets, changes }: { targets: Names['targets']; changes: Changed },
): Promise<SourceImport> {
  const { claims, rejected } = sortFacts(joined, targets);
  const added = await insertFacts(tx, claims.map(toRow), 'source');
  if (added > 0) for (const { toolId } of claims) changes.facts.add(toolId);
  return {
    matched: joined.matched.length,
    created: joined.created.length,
    unmatched: joined.unmatched.length,
    rejected: [...parsed.rejected, ...joined.doubtful.map(describeDoubt), ...rejected],
    facts: { added, unchanged: claims.length - added },
  };
}

async function readNames(tx: Reading): Promise<Names> {
  const tools = await tx.$queryRaw<{ id: string; slug: string; kind: Kind; category: string; into: string | null }[]>`
    SELECT "id", "slug", "kind", "category", "mergedIntoId" AS "into" FROM "Tool"`;
  const aliases = await tx.$queryRaw<{ alias: string; toolId: string }[]>`SELECT "alias", "toolId" FROM "ToolAlias"`;
  const into = new Map(tools.flatMap((tool) => (tool.into === null ? [] : [[tool.id, tool.into] as const])));
  const follow = (id: string): string => {
    let at = id;
    for (let hops = 0; hops < 8; hops += 1) at = into.get(at) ?? at;
    return at;
  };
  return {
    known: new Map([...tools.map(({ id }) => [id, follow(id)] as const), ...aliases.map(({ alias, toolId }) => [alias, follow(toolId)] as const)]),
    taken: new Set([...tools.map(({ slug }) => slug), ...aliases.map(({ alias }) => alias)]),
    targets: new Map(tools.map((tool) => [tool.id, tool])),
  };
}

/** Facts that can be kept, and those that cannot, each with its place. */
function sortFacts({ matched, created }: Joined, targets: ReadonlyMap<string, Target>): { claims: Claim[]; rejected: Rejection[] } {
  const rejected: Rejection[] = [];
  const claims = new Map<string, Claim>();
  for (const { toolId, entry } of [...matched, ...created]) {
    const target = targets.get(toolId);
    if (!target) throw new Error(`${entry.at} was joined with ${toolId}, which is no tool`);
    for (const fact of entry.facts) {
      const reason = refuse(fact, target);
      if (reason !== null) rejected.push({ at: `${entry.at}, ${fact.signal}`, reason });
      else claims.set(getFactKey(toolId, fact), { toolId, fact });
    }
  }
  return { claims: [...claims.values()], rejected };
}

function refuse(fact: Fact, { kind, category }: Target): string | null {
  const parsed = factShape.safeParse(fact);
  if (!parsed.success) return parsed.error.issues.map(({ message }) => message).join('; ');
  return isSignalId(fact.signal) && !appliesTo(fact.signal, kind, category) ? `${fact.signal} does not apply to a ${kind} in ${category}` : null;
}

function toRow({ toolId, fact }: Claim): ImportRows['facts'][number] {
  const { source, ...rest } = fact;
  return { key: getFactKey(toolId, fact), toolId, sourceId: source, ...rest };
}

function describeDoubt({ entry, toolIds }: Joined['doubtful'][number]): Rejection {
  return { at: entry.at, reason: `its names lead to ${toolIds.length} tools (${toolIds.join(', ')}): merge them with "npm run merge", or correct an alias` };
}

function listNewNames({ matched, created }: Joined, known: ReadonlyMap<string, string>) {
  return [...matched, ...created].flatMap(({ toolId, entry }) =>
    entry.names.map((text) => ({ alias: normaliseAlias(text), toolId, text, origin: 'source' })).filter(({ alias }) => !known.has(alias)),
  );
}

/** A tool made from a source, said to be nothing more than that. */
function makeTool({ toolId, slug, tool }: Joined['created'][number]): ImportRows {
  return {
    tool: {
      id: toolId,
      slug,
      kind: tool.kind,
      category: tool.category,
      name: tool.name,
      vendor: tool.vendor,
      summary: describe(tool),
      pickFor: `a tool to ${findCategory(tool.category)?.job ?? 'try'}`,
      describedFrom: 'the facts of its sources',
      homepage: tool.homepage,
      repository: tool.repository,
      recordHash: sha256(canonicalJson({ toolId, slug, tool })),
      origin: 'source',
    },
    aliases: [],
    facts: [],
    capabilities: [],
    relations: [],
  };
}

function describe({ kind, vendor, repository }: NewTool): string {
  const where = repository === undefined ? '' : `, from ${repository} on GitHub`;
  return `${kindNames[kind].one} by ${vendor}${where}. Listed from public data; nobody here has reviewed it yet.`;
}
