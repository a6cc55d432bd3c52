import { normaliseAlias } from './check-references';
import type { NewTool, SourceEntry } from './entry';
import { makeSlug, numberSlug } from './slug';

/** Where the entries of a source belong. Every entry is in exactly one of the lists. */
export type Joined = {
  /** Entries of tools that are listed already, or are created by an earlier entry of the same file. */
  matched: { toolId: string; entry: SourceEntry }[];
  /** The first entry of a tool that nobody had listed. */
  created: { toolId: string; slug: string; tool: NewTool; entry: SourceEntry }[];
  /** They say something about a tool that is not listed, but not enough to list it. */
  unmatched: SourceEntry[];
  /** Their names lead to different tools; nothing is taken from them until a person has decided. */
  doubtful: { entry: SourceEntry; toolIds: string[] }[];
};

/** The first of some candidates that nobody has: the name, the name with its namespace's owner, then with a number. */
function findFreeSlug(entry: SourceEntry, tool: NewTool, taken: ReadonlySet<string>): string {
  const base = makeSlug(tool.name) ?? makeSlug(entry.names[0]) ?? 'tool';
  const longer = makeSlug(`${tool.vendor} ${tool.name}`);
  const candidates = [base, ...(longer === null ? [] : [longer])];
  return candidates.find((each) => !taken.has(each)) ?? numberSlug(base, taken);
}

/** What names lead to so far, and which slugs are taken; joining adds to both. */
type Names = { owners: Map<string, string>; slugs: Set<string> };

function joinInto(entries: readonly SourceEntry[], { owners, slugs }: Names): Joined {
  const joined: Joined = { matched: [], created: [], unmatched: [], doubtful: [] };
  for (const entry of entries) {
    const names = entry.names.map(normaliseAlias);
    const toolIds = [...new Set(names.flatMap((name) => owners.get(name) ?? []))];
    const [toolId] = toolIds;
    if (toolIds.length > 1) joined.doubtful.push({ entry, toolIds });
    else if (toolId !== undefined) joined.matched.push({ toolId, entry });
    else if (entry.tool === null) joined.unmatched.push(entry);
    else {
      const slug = findFreeSlug(entry, entry.tool, slugs);
      slugs.add(slug);
      joined.created.push({ toolId: normaliseAlias(entry.names[0]), slug, tool: entry.tool, entry });
    }
    const owner = toolIds.length > 1 ? undefined : (toolId ?? (entry.tool === null ? undefined : normaliseAlias(entry.names[0])));
    if (owner === undefined) continue;
    for (const name of names) {
      owners.set(name, owner);
      slugs.add(name);
    }
  }
  return joined;
}

/**
 * Joins the entries of one source with the tools that are listed. `known` leads from normalised names and slugs to
 * tool ids, `takenSlugs` holds all slugs and aliases in use. Only equal names join: a wrong join is worse than a missed one.
 * A new tool's id is the first name of its entry, so that the same file gives the same ids everywhere.
 */
export function joinEntries(entries: readonly SourceEntry[], known: ReadonlyMap<string, string>, takenSlugs: ReadonlySet<string>): Joined {
  return joinInto(entries, { owners: new Map(known), slugs: new Set(takenSlugs) });
}

/**
 * As joinEntries, of several files, one result each. An entry joins tools and names that any of the files brings, also a
 * later one: the files are gone through until they bring no name any more. Joined once more with the names that are known
 * then, they create nothing and join alike.
 */
export function joinFiles(files: readonly (readonly SourceEntry[])[], known: ReadonlyMap<string, string>, takenSlugs: ReadonlySet<string>): Joined[] {
  const names = { owners: new Map(known), slugs: new Set(takenSlugs) };
  const created = files.map((entries) => joinInto(entries, names).created);
  let settled: Joined[];
  let before: number;
  do {
    before = names.owners.size;
    settled = files.map((entries) => joinInto(entries, names));
  } while (names.owners.size > before);
  return settled.map((joined, file) => {
    const made = created[file] ?? [];
    const creating = new Set(made.map(({ entry }) => entry));
    return { ...joined, created: made, matched: joined.matched.filter(({ entry }) => !creating.has(entry)) };
  });
}
