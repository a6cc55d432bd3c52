import type { Database } from '../../lib/db/database';
import { writeColumns } from '../../lib/db/make-columns';
import type { Reading } from '../../lib/db/read-snapshot';
import { writeJobCounts } from '../../lib/db/write-claims';
import { writeSearch } from '../../lib/db/write-search';

/** What a copied row has instead of the original's value, by column; `$1` is the number of the copy. A table's other columns stay. */
const copied: Record<string, Record<string, string>> = {
  Tool: { id: `"id" || '-copy-' || $1`, slug: `"slug" || '-copy-' || $1`, name: `"name" || ' ' || $1` },
  ToolAlias: { alias: `"alias" || ' copy ' || $1`, toolId: `"toolId" || '-copy-' || $1` },
  Fact: { key: `md5("key" || $1)`, toolId: `"toolId" || '-copy-' || $1`, seq: 'DEFAULT' },
  ToolCapability: { id: `"toolId" || '-copy-' || $1 || ':' || "key"`, toolId: `"toolId" || '-copy-' || $1` },
  Listing: { toolId: `"toolId" || '-copy-' || $1`, slug: `"slug" || '-copy-' || $1`, name: `"name" || ' ' || $1` },
};

async function copyTable(tx: Reading, table: string, copy: number): Promise<void> {
  const changed = copied[table] ?? {};
  const columns = await tx.$queryRaw<{ name: string }[]>`SELECT "column_name" AS "name" FROM information_schema.columns WHERE "table_name" = ${table}`;
  const names = columns.map(({ name }) => name).filter((name) => changed[name] !== 'DEFAULT');
  const owner = table === 'Tool' ? 'id' : 'toolId';
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
     SELECT ${names.map((name) => (changed[name] ?? `"${name}"`).replaceAll('$1', `'${copy}'`)).join(', ')} FROM "${table}" WHERE "${owner}" IN (SELECT "original" FROM originals)`,
  );
}

/**
 * Repeats the tools of a catalogue under numbered names until there are `count`, with their facts, capabilities, listings and words.
 * What lists, pages and search read is then of that size; ranks are those of the originals.
 */
export async function repeatTools({ prisma }: Database, count: number): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      // What a copy's slug has more must fit; a number alone would make the slug of another tool of some.
      await tx.$executeRaw`CREATE TEMP TABLE originals ON COMMIT DROP AS SELECT "id" AS "original" FROM "Tool" WHERE "state" = 'active' AND char_length("slug") <= 43 ORDER BY "id"`;
      for (let copy = 1; ; copy += 1) {
        const missing = count - (await tx.tool.count({ where: { state: 'active' } }));
        if (missing <= 0) break;
        await tx.$executeRaw`DELETE FROM originals WHERE "original" IN (SELECT "original" FROM originals ORDER BY "original" OFFSET ${missing}::int)`;
        for (const table of Object.keys(copied)) await copyTable(tx, table, copy);
      }
      await writeSearch(tx, []);
      const current = await tx.currentSnapshot.findFirstOrThrow();
      await writeColumns(tx, current.snapshotId);
      await writeJobCounts(tx);
    },
    { timeout: 3_600_000 },
  );
}
