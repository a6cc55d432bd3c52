import { randomUUID } from 'node:crypto';
import { isReportReason, type ReportReason } from '../catalog/report-reasons';
import { getDatabase } from './database';
import { hashVisitor } from './visitor';

/** One visitor a day, and all of them together while nobody has looked at the list. */
const perVisitor = 20;
const openLimit = 5_000;

export type NewReport = {
  /** Slug of the tool. */
  tool: string;
  /** Key of the fact whose receipt it was reported from; null for a rank or a count. */
  fact: string | null;
  row: string | null;
  page: string | null;
  reason: ReportReason;
  note: string | null;
};

export type StoredReport = { type: 'stored' } | { type: 'refused'; why: 'unknown-tool' | 'unknown-fact' | 'too-many' };

/**
 * Keeps a report for the operator. `visitor` tells visitors apart (an address, say); it is stored as a keyed hash. The same
 * of one visitor is kept once a day.
 */
export async function storeReport({ tool: slug, fact, row, page, reason, note }: NewReport, visitor: string | null): Promise<StoredReport> {
  const { prisma } = await getDatabase();
  const tool = await prisma.tool.findUnique({ where: { slug }, select: { id: true } });
  if (tool === null) return { type: 'refused', why: 'unknown-tool' };
  // What a source said of a tool that was merged since counts for the one it became.
  const owned = { OR: [{ toolId: tool.id }, { tool: { mergedIntoId: tool.id } }] };
  if (fact !== null && (await prisma.fact.count({ where: { key: fact, ...owned } })) === 0) return { type: 'refused', why: 'unknown-fact' };
  const visitorHash = visitor === null ? null : hashVisitor(visitor);
  const said = { toolId: tool.id, factKey: fact, row, reason };
  if (visitorHash !== null && (await prisma.errorReport.count({ where: { ...said, note, visitorHash, resolvedAt: null } })) > 0) return { type: 'stored' };
  const [byVisitor, open] = await Promise.all([
    visitorHash === null ? 0 : prisma.errorReport.count({ where: { visitorHash } }),
    prisma.errorReport.count({ where: { resolvedAt: null } }),
  ]);
  if (byVisitor >= perVisitor || open >= openLimit) return { type: 'refused', why: 'too-many' };
  await prisma.errorReport.create({ data: { id: randomUUID(), ...said, page, note, visitorHash } });
  return { type: 'stored' };
}

export type ErrorReport = Omit<NewReport, 'reason'> & {
  id: string;
  reason: ReportReason;
  createdAt: string;
  /** What the fact says, and where it was read; null without a fact. */
  value: string | null;
  address: string | null;
  resolvedAt: string | null;
  resolution: string | null;
};

/** Reports that nobody has resolved yet (or all), oldest first. */
export async function listReports({ all }: { all: boolean }): Promise<ErrorReport[]> {
  const { prisma } = await getDatabase();
  const rows = await prisma.errorReport.findMany({
    where: all ? {} : { resolvedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { tool: { select: { slug: true } } },
  });
  const keys = rows.flatMap(({ factKey }) => factKey ?? []);
  const found = await prisma.fact.findMany({ where: { key: { in: keys } }, include: { source: { select: { address: true } } } });
  const facts = new Map(found.map((fact) => [fact.key, fact]));
  return rows.map(({ id, tool, factKey, row, page, reason, note, createdAt, resolvedAt, resolution }) => {
    const fact = factKey === null ? undefined : facts.get(factKey);
    return {
      ...{ id, tool: tool.slug, fact: factKey, row, page, note, resolution },
      reason: isReportReason(reason) ? reason : 'other',
      createdAt: createdAt.toISOString(),
      value: fact === undefined ? null : JSON.stringify(fact.value ?? fact.notApplicable),
      address: fact === undefined ? null : (fact.address ?? fact.source.address),
      resolvedAt: resolvedAt?.toISOString() ?? null,
    };
  });
}

/** Marks a report as resolved, by its id or the beginning of it. False: not exactly one open report has it. */
export async function resolveReport(id: string, resolution: string | null): Promise<boolean> {
  const { prisma } = await getDatabase();
  const open = await prisma.errorReport.findMany({ where: { resolvedAt: null }, select: { id: true } });
  const [found, ...others] = open.filter((each) => each.id.startsWith(id.toLowerCase()));
  if (id === '' || found === undefined || others.length > 0) return false;
  await prisma.errorReport.update({ where: { id: found.id }, data: { resolvedAt: new Date(), resolution } });
  return true;
}
