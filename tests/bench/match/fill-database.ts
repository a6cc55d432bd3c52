import { createHash } from 'node:crypto';
import type { Database } from '../../../lib/db/database';
import { Prisma } from '../../../lib/db/generated/client';
import { learnFromLog } from '../../../lib/db/learn';
import type { Reading } from '../../../lib/db/read-snapshot';
import { makeTicket, makeToken, recordOutcome, recordSearch } from '../../../lib/db/record-search';
import { writeRows } from '../../../lib/db/write-rows';
import { writeSearch } from '../../../lib/db/write-search';
import type { Lesson, SetTool } from './read-set';

/** Ids of a set may hold anything; those of tools are slugs. */
export const makeId = (id: string): string => `t${createHash('sha256').update(id).digest('hex').slice(0, 20)}`;

/** Tools share a job when they name the same capability; one that names none shares it with nobody. */
export const makeJobId = (capability: string): string => makeId(`capability ${capability}`);

/** A browser's, because programs that say what they are do not count. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/**
 * Writes the tools of a set as the catalogue holds them: the description is the summary, each capability a claim, what
 * is extra a detail. The search index is then filled by the code that every import runs.
 */
export async function fillDatabase({ prisma }: Database, tools: readonly SetTool[]): Promise<{ indexMs: number }> {
  return prisma.$transaction(
    async (tx) => {
      await writeTools(tx, tools);
      await tx.$executeRaw`INSERT INTO "Snapshot" ("id", "formula", "catalogueHash", "fingerprint", "asOf", "toolCount", "factCount") VALUES ('bench', '', '', '', '2026-01-01', ${tools.length}::int, 0)`;
      await tx.$executeRaw`
        INSERT INTO "Listing" ("snapshotId", "toolId", "slug", "name", "kind", "category", "vendor", "summary", "state", "total", "low", "high", "coverage", "ranked", "capabilityCount", "newestFact", "rank")
        SELECT 'bench', "id", "slug", "name", "kind", "category", "vendor", "summary", 'active', 0, 0, 0, 0, false, 0, '2026-01-01', '{}' FROM "Tool"`;
      await tx.$executeRaw`INSERT INTO "CurrentSnapshot" ("snapshotId") VALUES ('bench')`;
      const began = performance.now();
      await writeSearch(tx, []);
      return { indexMs: performance.now() - began };
    },
    { timeout: 3_600_000 },
  );
}

async function writeTools(tx: Reading, tools: readonly SetTool[]): Promise<void> {
  const rows = tools.map(({ id, name, description }) => ({ id: makeId(id), name, summary: description }));
  await writeRows(
    tx,
    rows,
    (json) => Prisma.sql`
      INSERT INTO "Tool" ("id", "slug", "kind", "category", "name", "vendor", "summary", "pickFor", "describedFrom", "recordHash", "origin")
      SELECT "id", "id", 'app', 'none', "name", '', "summary", '', '', '', 'source' FROM jsonb_to_recordset(${json}) AS r("id" text, "name" text, "summary" text)`,
  );
  const claims = tools.flatMap(({ id, capabilities, extra }) =>
    (capabilities.length > 0 || extra === '' ? capabilities : ['']).map((name, position) => ({
      id: `${makeId(id)}:c${position}`,
      toolId: makeId(id),
      key: `c${position}`,
      position,
      name,
      jobId: makeJobId(name),
      details: position === 0 && extra !== '' ? [extra] : [],
    })),
  );
  const jobs = [...new Map(claims.map(({ jobId, name }) => [jobId, { id: jobId, name }])).values()];
  await writeRows(
    tx,
    jobs,
    (json) => Prisma.sql`INSERT INTO "Capability" ("id", "name") SELECT "id", "name" FROM jsonb_to_recordset(${json}) AS r("id" text, "name" text)`,
  );
  await writeRows(
    tx,
    claims,
    (json) => Prisma.sql`
      INSERT INTO "ToolCapability" ("id", "toolId", "key", "jobId", "position", "name", "description", "versus", "inputs", "outputs", "limitations", "needs", "evidence")
      SELECT "id", "toolId", "key", "jobId", "position", "name", '', '[]', "details", '[]', '[]', '[]', '[]'
      FROM jsonb_to_recordset(${json}) AS r("id" text, "toolId" text, "key" text, "jobId" text, "position" int, "name" text, "details" jsonb)`,
  );
}

/** Each lesson is a search of a visitor of its own, who was shown the tool and says that it worked. */
export async function teach(database: Database, lessons: readonly Lesson[]): Promise<void> {
  for (const [number, { text, doc }] of lessons.entries()) {
    const searcher = { visitor: `visitor ${number}`, userAgent };
    const ticket = makeTicket(text, searcher);
    if (ticket === null) continue;
    await recordSearch(ticket, { surface: 'search-page', filters: {}, fits: true, shown: [{ toolId: makeId(doc), capabilityId: null }] });
    await recordOutcome({ token: makeToken(ticket, makeId(doc)), worked: true, note: null }, searcher);
  }
  await learnFromLog(database);
}
