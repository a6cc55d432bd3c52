import { getDatabase } from './database';
import type { Reading } from './read-snapshot';
import { noteQuery } from './request-context';
import { currentSnapshotId } from './snapshot-watch';

/** Names kept in memory for one snapshot; a hostile list of names cannot grow it, since only names of tools are kept. */
const remembered = { snapshot: '', slugs: new Map<string, string>() };
const rememberedLimit = 100_000;

/**
 * Slugs behind names (slugs or aliases, in any case), in one query; a name that no tool has is absent. A merged
 * tool leads to the one it became.
 */
export async function findSlugs(tx: Reading, names: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(names)].map((name) => ({ name, normal: name.trim().toLowerCase() }));
  if (asked.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ normal: string; slug: string }[]>`
    WITH RECURSIVE named AS (
      SELECT "slug" AS "normal", "id", 0 AS "priority" FROM "Tool" WHERE "slug" = ANY(${asked.map(({ normal }) => normal)})
      UNION ALL
      SELECT "alias", "toolId", 1 FROM "ToolAlias" WHERE "alias" = ANY(${asked.map(({ normal }) => normal)})
    ), followed AS (
      SELECT n."normal", n."priority", 0 AS "hops", t."slug", t."mergedIntoId" FROM named n JOIN "Tool" t ON t."id" = n."id"
      UNION ALL
      SELECT f."normal", f."priority", f."hops" + 1, t."slug", t."mergedIntoId" FROM followed f JOIN "Tool" t ON t."id" = f."mergedIntoId" WHERE f."hops" < 8
    )
    SELECT DISTINCT ON ("normal") "normal", "slug" FROM followed WHERE "mergedIntoId" IS NULL ORDER BY "normal", "priority"`;
  const slugs = new Map(rows.map(({ normal, slug }) => [normal, slug]));
  return new Map(
    asked.flatMap(({ name, normal }) => {
      const slug = slugs.get(normal);
      return slug === undefined ? [] : [[name, slug] as const];
    }),
  );
}

/** As findSlugs, outside of a page's transaction; names asked before under this snapshot need no query, so that a busy database delays no stored page. */
export async function resolveSlugs(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const snapshot = currentSnapshotId() ?? '';
  if (remembered.snapshot !== snapshot || remembered.slugs.size > rememberedLimit) {
    remembered.snapshot = snapshot;
    remembered.slugs = new Map();
  }
  const { slugs } = remembered;
  const missing = names.filter((name) => !slugs.has(name));
  const found = missing.length === 0 ? new Map<string, string>() : await askDatabase(missing);
  if (snapshot !== '') for (const [name, slug] of found) slugs.set(name, slug);
  return new Map(
    names.flatMap((name) => {
      const slug = slugs.get(name) ?? found.get(name);
      return slug === undefined ? [] : [[name, slug] as const];
    }),
  );
}

async function askDatabase(names: readonly string[]): Promise<Map<string, string>> {
  const { prisma } = await getDatabase();
  const began = performance.now();
  const found = await findSlugs(prisma, names);
  noteQuery(performance.now() - began);
  return found;
}
