import type { Kind } from '../catalog/kinds';
import type { Database } from './database';

/** Names of active tools of some kinds in one namespace, without it and as they were written: 'owner/name' for 'github:'. */
export async function listNames({ prisma }: Database, namespace: string, kinds: readonly Kind[]): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ text: string }[]>`
    SELECT a."text" FROM "ToolAlias" a JOIN "Tool" t ON t."id" = a."toolId"
    WHERE t."state" = 'active' AND t."kind" = ANY(${[...kinds]}) AND starts_with(a."alias", ${namespace}) ORDER BY a."alias"`;
  return rows.map(({ text }) => text.slice(namespace.length));
}
