import { z } from 'zod';
import { kinds } from '../catalog/kinds';
import { fact } from '../catalog/record';
import { isSignalId } from '../catalog/signals';
import { listFactKeys } from '../compare/change-log';
import type { ToolChange } from '../compare/tool-change';
import { findFacts } from './find-facts';
import { Prisma } from './generated/client';
import type { Reading } from './read-snapshot';

const text = z.string();
const points = z.int();
const signal = text.refine(isSignalId);

const rankState = z.strictObject({ ranked: z.boolean(), total: points, low: points, high: points, kind: z.enum(kinds), category: text });

const cause = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('facts'), signals: z.array(z.strictObject({ signal, before: text.nullable(), after: text.nullable() })) }),
  z.strictObject({ type: z.literal('day'), before: text, after: text }),
  z.strictObject({ type: z.literal('formula'), before: text, after: text }),
  z.strictObject({ type: z.literal('sorted') }),
]);

const toolChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rank'), before: rankState, after: rankState, causes: z.array(cause) }),
  z.strictObject({ kind: z.literal('price'), signal, before: text, after: text }),
  z.strictObject({ kind: z.literal('capability'), key: text, name: text, change: z.enum(['listed', 'gone']) }),
]) satisfies z.ZodType<ToolChange>;

export const changeLines = [
  z.strictObject({ table: z.literal('Fact'), row: z.strictObject({ key: text, toolId: text, fact }) }),
  z.strictObject({
    table: z.literal('ToolChange'),
    row: z.strictObject({ id: text, toolId: text, at: z.iso.datetime(), fromSnapshot: text, toSnapshot: text, changes: z.array(toolChange) }),
  }),
] as const;

/** The log of changes, and the facts that it names: records and files may not hold those any more. */
export async function readChangeLog(tx: Reading): Promise<['Fact' | 'ToolChange', readonly object[]][]> {
  const rows = await tx.toolChange.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  const changes = rows.map((row) => ({ ...row, slug: row.toolId, at: row.at.toISOString(), changes: z.array(toolChange).parse(row.changes) }));
  const facts = await findFacts(tx, listFactKeys(changes));
  const owners = new Map(
    (await tx.fact.findMany({ where: { key: { in: [...facts.keys()] } }, select: { key: true, toolId: true } })).map((row) => [row.key, row.toolId]),
  );
  return [
    ['Fact', [...facts.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, ...rest }) => ({ key, toolId: owners.get(key), fact: rest }))],
    ['ToolChange', rows],
  ];
}

/** Facts of the log that the catalogue lacks: it does not say them any more, so they come back as withdrawn. */
export const restoreFacts = (json: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO "Fact" ("key", "toolId", "signal", "value", "notApplicable", "conditions", "interval", "asOf", "sourceId", "address", "method", "note", "corrects", "origin", "withdrawnAt")
  SELECT r."key", t."id", r."fact"->>'signal', r."fact"->'value', r."fact"->>'notApplicable', r."fact"->'conditions', r."fact"->'interval', (r."fact"->>'asOf')::date, s."id",
    r."fact"->>'address', r."fact"->>'method', r."fact"->>'note', r."fact"->>'corrects', 'source', now()
  FROM jsonb_to_recordset(${json}) AS r("key" text, "toolId" text, "fact" jsonb) JOIN "Tool" t ON t."id" = r."toolId" JOIN "Source" s ON s."id" = r."fact"->>'source'
  ON CONFLICT ("key") DO NOTHING`;
